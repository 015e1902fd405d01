const aside =
  /^(?:总结|小结|结论|结语|总之|综上|总的来说|注意(?:事项|点)?|备注|说明|补充(?:说明)?|提示|参考(?:资料|链接|文献|文章)?|相关(?:链接|阅读|资料)|扩展阅读|延伸阅读|(?:文字描述)?流程图|面试(?:官|技巧)?提示|效果评估|summary|conclusions?|in summary|in short|tl;?dr|(?:side )?notes?|remarks?|tips?|references?|see also|further reading|links?|resources?|sources?)$/i
const sample =
  /^(?:.{0,14}(?:示例|举例|例子|样例|演示|代码|实例)(?:代码|配置|配置文件|（.{1,14}）|\(.{1,14}\))?|(?:code |usage |for )?(?:examples?|samples?|snippets?|code|demo|implementation)|.{0,24} (?:examples?|code|samples?))$/i
const frame =
  /^(?:主要|基本|具体|关键|核心|常见|常用|实现|算法|详细|如下|各自|包括|的|和|与|以及|其|它|及|有|是|、|特点|特性|特征|优缺点|优点|缺点|优势|劣势|好处|坏处|使用|应用|适用|场景|步骤|流程|过程|区别|关系|不同|相同|点|差异|对比|比较|原理|机制|结构|组成|概念|概述|简介|介绍|定义|背景|内容|要求|方法|方案|方式|思路|原因|作用|功能|用途|分类|类型|种类|用法|答案|答|解答|回答|解析|正文|效果)+$|^(?:the |its )?(?:key |main |basic |core |common )?(?:features?|properties|pros|cons|pros and cons|advantages?|disadvantages?|benefits?|drawbacks?|use cases?|steps?|process|workflow|differences?|comparison|overview|introduction|background|basics?|definition|concepts?|how it works|principles?|structure|types?|methods?|approach(?:es)?|solutions?|answers?|details?|explanation|usage|purpose|results?)$/i

const ending = /^(?:总结|小结|结论|结语|summary|conclusions?|in summary)$/i

/** Whether what follows a head comes after the end of the answer. */
export function endsAnswer(head: string): boolean {
  return ending.test(head)
}

/** What a head is for: it names a point, frames the points below it, or stands beside the answer. */
export type HeadRole = 'point' | 'frame' | 'sample' | 'aside'

export function headRole(head: string): HeadRole {
  const name = head
    .slice(0, 60)
    .replace(/[\s:：]+$/, '')
    .trim()
  if (aside.test(name)) return 'aside'
  if (frame.test(name)) return 'frame'
  return sample.test(name) ? 'sample' : 'point'
}
