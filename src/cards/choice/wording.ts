/** How much a text reads like something an interviewer says. */
type Wording = 'question' | 'topic' | 'statement' | 'part' | 'apparatus'

const asksInEnglish =
  /^(?:(?:so|and|but|in|on|for|from|at|with|given|suppose|if|when|assuming|consider|imagine|let'?s|please|briefly|now|your)\b[^?]{0,200}?[,:]?\s+)?(?:what|why|how|which|who|whom|whose|(?:when|where)(?=\s+(?:am|is|are|was|were|do|does|did|can|could|should|shall|would|will|have|has|had|may|might|must|to|not|else|exactly)\b)|(?:is|are|was|were|do|does|did|can|could|should|would|will|have|has|am)\s+(?!be\b|not\b|also\b|only\b)|explain|describe|compare|contrast|define|name|give|write|implement|tell|discuss|differentiate|distinguish|find|list|show|mention|state|outline|illustrate|calculate|predict|complete|choose|select|convert|reverse|sort|check|print|walk|talk|design|create|build|fix|identify|provide|elaborate|suggest|demonstrate|determine|count|remove|prove|estimate|draw|execute|solve|evaluate|justify|summari[sz]e|rewrite|refactor|analy[sz]e|investigate|what'?s|how'?s|who'?s|where'?s|difference|differences|diff(?=\s+(?:between|b\/w)\b)|advantages|pros|types|best way|ways to)\b/i
const asksInChinese =
  /什么|啥|如何|怎么|怎样|咋|为何|哪些|哪个|哪几|哪种|哪里|哪一|多少|几种|几个|几类|几大|几步|吗|呢[？?]?$|是否|有没有|能不能|可不可以|能否|可否|会不会|要不要|是不是|区别|不同之处|异同|优缺点|^(?:请|试|简述|简要|简单|谈|说|讲|聊|介绍|解释|描述|列举|阐述|举例|手写|手撕|写一|写出|编写|用.{1,12}实现|实现|设计|概述|说明|分析|比较|对比|分别|给定|给出|求|判断|反转|合并|找出|统计|评价|总结一下|你)|说说|谈谈|讲讲|讲一下|讲述|聊聊|说一下|谈一下|介绍一下|解释一下|描述一下|说明一下|说明原因|说明理由|写出|的理解$|正确的是|错误的是|不是的是|的是\s*[(（]|(?:（\s*[)）]|\(\s+\)|(?<![\w\]>])\(\))\s*[。.]?$|_{3,}|输出(?:是|结果|为)|运行结果|存在的问题|(?:遇到|碰到).{0,6}(?:问题|困难|挑战)/
const leansToAsking =
  /原理|作用|流程|过程|机制|对比|比较|联系|关系|场景|实现|方式|方法|优化|策略|分类|步骤|vs\.?\s|versus|between/i

const part =
  /^(?:总结|小结|结论|结语|总的来说|综上(?:所述)?|注意(?:事项|点)?|提示|说明|备注|补充(?:说明)?|示例(?:代码|程序|配置文件)?|例子|举例|例如|样例|代码(?:示例|实现|如下)?|实现(?:示例|代码|步骤|方式|原理|思路)?|实例|案例|(?:项目中的)?应用示例|解题思路|思路|解法[一二三四五六七八九十\d]*|方法[一二三四五六七八九十\d]*|方案[一二三四五六七八九十\d]*|步骤[一二三四五六七八九十\d]*|第[一二三四五六七八九十\d]+步|复杂度(?:分析)?|时间复杂度|空间复杂度|优点|缺点|优势|劣势|优缺点|特点|特性|概述|概念|定义|简介|背景|原因|原理|作用|用途|用法|区别|联系|对比|比较|使用(?:场景|方法|方式)?|应用场景|适用场景|场景|常见问题|面试题|面试官心理分析|面试题剖析|追问|要点|关键点|得分点|拓展|扩展(?:阅读|知识)?|延伸(?:阅读)?|是什么|为什么|怎么(?:做|用|办)|如何(?:做|实现|使用)|有什么用|有哪些|类型|分类|结构|语法|输入|输出|运行结果|结果|效果评估|评估|summary|conclusions?|tl;?dr|overview|examples?(?:\s*(?:#?\d+|code|usage))?|notes?|tips?|caveats?|explanations?|code|output|input|result|usage|syntax|solutions?(?:\s*#?\d+)?|approach(?:\s*#?\d+)?|method(?:\s*#?\d+)?|option(?:\s*#?\d+)?|steps?(?:\s*\d+)?|definition|description|background|implementation|complexity(?:\s+analysis)?|time complexity|space complexity|pros(?: and cons)?|cons|advantages|disadvantages|benefits|drawbacks|limitations|use cases?|when to use(?: it)?|how it works|why|why\?|key (?:points|features|concepts|differences|characteristics|takeaways|components|benefits|advantages|considerations)|follow-?ups?(?: questions?)?|hints?|best practices|common (?:pitfalls|mistakes|use cases)|considerations|answers?|question|key takeaways)\s*[:：.。]?$/i
const apparatus =
  /^(?:目录|导航|参考(?:资料|链接|文献|文章|答案)?|相关(?:链接|阅读|文章|资料)|推荐阅读|资料|资源|链接|来源|出处|前言|序言?|引言|写在前面|写在最后|关于(?:本书|本项目|作者|我们|我)?|贡献(?:者|指南)?|参与(?:协作|贡献)|如何(?:参与)?贡献|许可(?:证|协议)?|版权(?:声明)?|联系(?:我|我们|方式)?|更新日志|更新记录|致谢|鸣谢|赞助|公众号|广告|交流群|使用说明|阅读指南|table of contents?|contents?|toc|index|references?|ref\.? links?|resources?|useful (?:links|resources)|further reading|additional (?:reading|resources)|read more|see also|links?|sources?|credits?|licen[sc]e|contribut(?:ing|ors?|e|ions?)|how to contribute|explore all.{0,80}|about(?: (?:us|me|the author|this (?:repo|repository|project|book)))?|acknowledge?ments?|sponsors?|support(?: us)?|donate|change ?log|getting started|installation|prerequisites|preface|foreword|introduction|disclaimer|author|contact|stargazers?(?: over time)?|back to top|↥ back to top)\s*[:：.。]?$/i
const promotion =
  /^(?:what is this(?: (?:repo|repository|project|book|list|guide))?|when (?:should i|to) use this|what does this do|where is this used)\s*[?？]?$|答案(?:在哪|在哪里)|where (?:are|is|can i find) (?:the|all the) (?:answers?|solutions?)|want (?:to|some|more)\b.*\b(?:buy|badass|book|flashcards?|course|subscribe)|(?:这份|这本|本)(?:小册|书|仓库|项目|专栏)|^(?:(?:please|like and|don't forget to) )?subscribe(?!\s*\/)|\bsubscribe to (?:my|our|the (?:channel|newsletter))\b|关注(?:我|公众号)|扫码(?:关注|加|进|入|添加)|star (?:this|the) repo|how (?:to|can i|do i) (?:use|contribute|help|read)(?: to)? this|如何使用本|why (?:this|use this) (?:repo|repository|book|list|guide)|who is this (?:for|repo|book|guide)/i

/** What kind of line a plain text is. */
export function wordingOf(text: string): Wording {
  if (text === '' || apparatus.test(text)) return 'apparatus'
  if (promotion.test(text)) return 'apparatus'
  if (part.test(text)) return 'part'
  if (asks(text)) return 'question'
  return /[。.;；！!]$/.test(text) && text.length > 30 ? 'statement' : 'topic'
}

/** Whether a text asks or tells to do something, in Chinese or English. */
export function asks(text: string): boolean {
  const head = text.slice(0, 600)
  // `call(option?)` asks nothing
  if (endsAsQuestion(head) && /[\s\u3400-\u9fff]/.test(head)) return true
  if (/[。；;]$/.test(head) && head.length > 60) return /^请/.test(head)
  const tells = tellsInEnglish(head) && !isNounPhrase(head) && !command.test(head)
  return tells || asksInChinese.test(head)
}

/** A question or an order, if need be behind an introduction: "In Ruby, a queue is …" is neither. */
function tellsInEnglish(text: string, introductions = 3): boolean {
  const told = asksInEnglish.exec(text)?.[0]
  if (told === undefined) return false
  const verb = auxiliary.exec(told)
  const lead = verb === null ? '' : told.slice(0, verb.index)
  if (verb === null || /[,:]$/.test(lead) || !/\s/.test(lead)) return true
  const comma = introductions === 0 ? null : /[,:]\s+/.exec(text)
  if (comma === null) return false
  return tellsInEnglish(text.slice(comma.index + comma[0].length), introductions - 1)
}

const auxiliary = /\s+(?:is|are|was|were|do|does|did|can|could|should|would|will|have|has|am)\s*$/i

/** `SELECT name FROM users`: an order to a machine. */
const command = /^(?!WH)[A-Z]{4,}\s.*[a-z]/

/** "Design patterns" and "State management" name something; an order says of what: "Design a cache". */
function isNounPhrase(text: string): boolean {
  const [verb = '', next = '', ...rest] = text.split(' ', 5)
  if (next === '' || rest.length > 1 || !nounToo.test(verb) || pointing.test(next)) return false
  return /^[a-z]/.test(next) || abstract.test(rest.at(-1) ?? next)
}

const pointing =
  /^(?:an?|the|all|your|my|our|me|us|how|what|why|when|where|which|two|three|any|each|every|some|it|that|this|about|through|out|if|whether|for|and|between|in|on|to|from)$/i
const nounToo =
  /^(?:design|list|state|name|test|count|check|print|show|draw|talk|walk|build|fix|sort|reverse|complete|find|types|choose|select|convert|create)$/i
const abstract = /(?:s|ing|tion|sion|ment|ity|age|ance|ence|ness|ship)$/i

/** Ends with a question mark, brackets and stars aside. */
export function endsAsQuestion(text: string): boolean {
  return /[?？][\s"”'’)）\]】」』*_.。!！~～]*(?:[（(【[][^)）】\]]{0,40}[)）】\]])?\s*$/.test(
    text.slice(-120),
  )
}

/** Ends as a question, or with a short order behind one: "…, and why? Discuss." */
export function endsAsking(text: string): boolean {
  if (endsAsQuestion(text)) return true
  const end = text.slice(-300)
  if (!/[?？]/.test(end)) return false
  const order = /[^?？。.!！]{2,40}[。.!！]?$/.exec(end)
  return order !== null && /[?？]\s*$/.test(end.slice(0, order.index)) && asks(order[0].trim())
}

/** 1 for a question, 0.3 for a topic, below zero for what only answers have. */
export function weightOf(text: string): number {
  switch (wordingOf(text)) {
    case 'question':
      return 1
    case 'topic':
      return leansToAsking.test(text) ? 0.5 : 0.3
    case 'statement':
      return 0.05
    case 'part':
      return -0.5
    case 'apparatus':
      return -0.5
  }
}

/** Whether a question points at something that stands below it. */
export function pointsBelow(text: string): boolean {
  return (
    /[:：]\s*$/.test(text) ||
    /的值[是为]|返回值|以下|下列|下面|如下|接下来这?段|这段(?:代码|程序)|上述|输出(?:是|什么|结果)|(?:打印|执行|运行)(?:结果|什么)|哪一?(?:个|项)(?:是|选项)|正确的是|错误的是|（\s*）|\(\s+\)|(?<![\w\]>])\(\)/.test(
      text,
    ) ||
    /\b(?:following|below|(?:this|the) (?:code|snippet|program)|output|logged|printed|evaluate|choose|select)\b/i.test(
      text,
    )
  )
}
