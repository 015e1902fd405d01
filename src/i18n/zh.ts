import type { Problem } from '../cards/card.ts'
import type { Fault, Said } from '../errors.ts'
import type { Messages } from './en.ts'

const grade = { again: '重来', hard: '困难', good: '良好', easy: '简单' }

/** 每一句给人看的话，中文版。 */
export const zh: Messages = {
  commands: {
    viva: '终端里的模拟面试官：直接读你现成的 Markdown 面试笔记。',
    interview: '来一场限时模拟面试',
    list: '列出题库里的卡片',
    show: '看一张卡片：题目、参考答案、要点',
    search: '按关键词找卡片',
    log: '看全部评分记录',
    check: '说明每个文件里找到了什么、忽略了什么、为什么',
    library: '题库从哪里来',
    libraryAdd: '以后读这些文件夹或文件',
    libraryList: '列出已添加的题库',
    libraryRemove: '不再读这些；笔记和评分都还在',
    config: '查看或修改设置',
    configGet: '看一项设置',
    configSet: '改一项设置；值留空则恢复默认',
    help: '看某个命令的帮助',
  },
  options: {
    questions: '问几道题',
    minutes: '整场面试的时间（分钟）',
    seconds: '每道题的时间（秒）',
    topic: '只要主题里含这个词的卡片（可重复）',
    tag: '只要带这个标签的卡片（可重复）',
    level: '只要这个级别的卡片：junior、mid 或 senior（可重复）',
    unanswered: '只要还没有答案的卡片',
    mode: '输入答案，或只在心里想：type | think',
    seed: '再抽一次同样的题',
    library: '读这个文件夹或文件，不用自带题库（可重复）',
    json: '在标准输出打印 JSON',
    limit: '最多几条结果',
    lang: '程序的语言：en | zh',
    plain: '不用颜色、不重绘、按行输入（适合读屏软件）',
    colour: '强制使用颜色',
    noColour: '不用颜色',
    version: '打印版本号',
    help: '显示帮助',
    shape: '那里的题目是什么写法，例如 heading-3（可重复，见 viva check）',
    card: '卡片的 id、id 的开头、文件:行号，或题目里的词',
  },
  usage: {
    usage: '用法:',
    arguments: '参数：',
    options: '选项：',
    globalOptions: '所有命令都有的选项：',
    commands: '命令：',
    examples: '例子：',
    hint: (command) => `用法见 ${command} --help。`,
    unknownOption: (option) => `没有 ${option} 这个选项。`,
    unknownCommand: (command) => `没有 ${command} 这个命令。`,
    missingArgument: (name) => `缺少参数 <${name}>。`,
    missingValue: (option) => `选项 ${option} 后面要有一个值。`,
    tooManyArguments: () => '参数太多，这个命令用不了这么多。',
    badValue: (value, option) => `${option} 的值不能是 ${value}。`,
    didYouMean: (name) => `是不是想写 ${name}？`,
    allowed: (values) => `可以是：${values}。`,
  },
  reading: (done, all) => `正在读笔记：${done} / ${all} 个文件`,
  error: (text) => `错误：${text}`,
  warning: (text) => `注意：${text}`,
  grade,
  gradeKeys: '1 重来 · 2 困难 · 3 良好 · 4 简单',
  menuKeys: '↑ ↓ 移动 · 回车 选择',
  levels: { junior: '初级', mid: '中级', senior: '高级' },
  list: {
    cards: (n) => `${n} 张卡片`,
    unanswered: (n) => `${n} 张还没有答案`,
    noAnswer: '还没有答案',
  },
  show: {
    answer: '参考答案',
    noAnswer: '笔记里还没有这道题的答案。',
    keyPoints: '要点',
    followUps: '追问',
    picture: (name) => (name === '' ? '[图]' : `[图: ${name}]`),
  },
  search: {
    none: (words) => `没有找到“${words}”。`,
    nearest: '最接近的：',
    hits: (n) => `${n} 条结果`,
  },
  library: {
    none: '还没有添加题库，现在读的是自带题库。添加：viva library add <路径>',
    added: (path, cards) => `已添加 ${path}：${cards} 张卡片。`,
    removed: (path) => `不再读 ${path}。`,
  },
  check: {
    file: (cards, open) => (open === 0 ? `${cards} 张卡片` : `${cards} 张卡片，${open} 张没有答案`),
    noCards: '没有找到题目',
    shape: (name, line) => (line > 1 ? `第 ${line} 行起：${name}` : name),
    asking: (asking, all) => `${all} 处里有 ${asking} 处像提问`,
    own: (share) => `${share}% 下面有自己的内容`,
    run: '编号前后相连',
    listed: '目录里有它们',
    ignored: (title, why) => `忽略“${title}”：${why}`,
    why: {
      apparatus: '目录、参考资料之类',
      introduction: '在第一道题之前',
      'no-question': '里面没有像提问的内容',
    },
    duplicate: { same: '整张卡片重复：', question: '题目重复：', near: '题目相近：' },
    image: (path) => `图片不存在：${path}`,
    openFence: '代码块没有结尾',
    suspicious: {
      long: '答案超过 300 行，里面是不是还有别的题？',
      'asks-inside': '答案里有三个以上提问的标题，是不是各是一道题？',
    },
    total: (files, cards, open) => `${files} 个文件，${cards} 张卡片，${open} 张没有答案`,
  },
  log: {
    none: '还没有评分记录。来一场 viva interview 就有了。',
    damaged: (n) => `记录里有 ${n} 行读不出来，已原样保留。`,
    newer: (n) => `有 ${n} 条记录由更新版本的 viva 写下，已保留，这里不显示。`,
    gone: '（不在当前题库里）',
  },
  config: {
    default: '默认',
    set: (key, value) => `${key} = ${value}`,
    reset: (key) => `${key} 已恢复默认。`,
    broken: (path, reason) => `设置文件 ${path} 有读不了的内容（${reason}），这部分先用默认值。`,
  },
  interview: {
    askQuestions: '问几道题？',
    askMode: '怎么作答？',
    askTopic: '问哪方面的？',
    everything: (n) => `全部（${n} 张卡片）`,
    topicChoice: (topic, n) => `${topic}（${n}）`,
    questionsChoice: (n) => `${n} 道题`,
    modeType: '输入答案',
    modeThink: '只在心里想，然后对照',
    intro: (n, each, seed) => `模拟面试：${n} 道题，每题 ${each}。想再来同样的题：--seed ${seed}`,
    fewCards: (n) => `符合条件的只有 ${n} 张卡片，会提前结束。`,
    question: (i, n) => `第 ${i} / ${n} 题`,
    placeholder: '在这里作答……',
    left: (left, given) => `还剩 ${left} / ${given}`,
    paused: '已暂停：按 Ctrl-P 或继续输入',
    hint: (i, point) => `提示 ${i}：${point}`,
    noHints: '这道题没有可以提示的要点。',
    typeKeys: 'Ctrl-D 交卷 · Ctrl-T 提示 · Ctrl-P 暂停 · Ctrl-X 跳过 · F1 按键',
    thinkKeys: '空格 看答案 · Ctrl-T 提示 · Ctrl-P 暂停 · Ctrl-X 跳过 · F1 按键',
    typeHelp: [
      '回车     换行               Ctrl-D  交卷',
      'Ctrl-T   提示：一个要点     Ctrl-P  暂停',
      'Ctrl-X   跳过这道题         Ctrl-G  打开 $EDITOR',
      'Ctrl-C   离开，评过的分都已保存',
      '方向键、Home、End、Ctrl-W、Ctrl-U、Ctrl-K 和 shell 里一样',
    ],
    thinkHelp: [
      '空格、回车  看答案          Ctrl-T  提示：一个要点',
      'Ctrl-P   暂停               Ctrl-X  跳过这道题',
      'Ctrl-C   离开，评过的分都已保存',
    ],
    gradeHelp: [
      '1 重来   答不出，或答错了',
      '2 困难   说到了大意，有缺漏或很吃力',
      '3 良好   好答案该有的都有了',
      '4 简单   完整，而且毫不费力',
      '方向键和空格勾选要点 · u 撤回上一个评分',
      'Ctrl-C   离开，评过的分都已保存',
    ],
    lineHelp: {
      type: '命令要单独占一行：. 交卷  :hint :pause :skip :edit :help :leave',
      think: '空行看答案。命令：:hint :pause :skip :help :leave',
      grade: '输入数字评分；+2 勾选第 2 个要点；u 撤回上一个评分；:leave 离开。',
    },
    anyKey: 'F1 返回',
    timeUp: '时间到。',
    skipped: '已跳过。',
    yourAnswer: (used, given) => `你的回答（用时 ${used} / ${given}）`,
    noTyped: '你没有写下内容。',
    thought: (used, given) => `你想了 ${used} / ${given}。`,
    tellLeft: (left) => `还剩 ${left}。`,
    tellPaused: '已暂停。输入 :pause 继续。',
    tellResumed: (left) => `继续，还剩 ${left}。`,
    gradePrompt: '答得怎么样？',
    proposed: (name) => `按勾选的要点，建议：${name}`,
    undoKey: 'u 撤回',
    helpKey: '? 按键',
    tickKey: '空格 勾选',
    graded: (name) => `${name} · 已保存`,
    tookBack: '已撤回，请重新评分：',
    notSavedRetry: 'r 再试一次 · Ctrl-C 离开',
    missed: (point) => `漏掉：${point}`,
  },
  report: {
    title: (n, used, given) => `面试结束：${n} 道题，用时 ${used} / ${given}。`,
    leftEarly: '你提前离开了；评过的分都已保存。',
    nothing: '一道题都没有答。',
    byTopic: '按主题',
    noTopic: '没有主题',
    questions: (n) => `${n} 道题`,
    ungraded: '未评分',
    skipped: '跳过',
    review: '值得再看',
    allGood: '今天没有难住你的题。过几天再来巩固一下。',
    saved: (n) => `已保存 ${n} 个评分，用 viva log 查看。`,
  },
  fault(fault: Fault): Said {
    switch (fault.code) {
      case 'library-missing':
        return {
          message: `${fault.path} 没有题库。`,
          hint: '用 --library 指定一个文件夹或 Markdown 文件。',
        }
      case 'library-not-readable':
        return {
          message: `题库 ${fault.path} 读不了（${fault.reason}）。`,
          hint: '它应该是一个你有权读的文件夹或文件。',
        }
      case 'library-not-added':
        return {
          message: `没有添加过 ${fault.path}。`,
          hint: '用 viva library list 看已添加的题库。',
        }
      case 'shape-unknown':
        return {
          message: `没有 ${fault.name} 这种题目写法。`,
          hint: '用 viva check 看你的文件是什么写法，例如 heading-3、ordered-bold。',
        }
      case 'no-cards':
        return {
          message: `${fault.path} 里没有找到题目。`,
          hint: '提问的标题会变成卡片，例如：## 什么是闭包？',
        }
      case 'nothing-matches':
        return { message: '没有符合条件的卡片。', hint: '用 viva list 看全部卡片和主题。' }
      case 'card-missing':
        return {
          message: `没有叫“${fault.words}”的卡片。`,
          hint: '可以写 id（见 viva list）、id 的开头、文件:行号，或题目里的词。',
        }
      case 'card-ambiguous':
        return {
          message: `“${fault.words}”对应 ${fault.candidates.length} 张卡片。`,
          hint: '请用 id 指明：',
        }
      case 'not-saved':
        return {
          message: `没有保存！写不进 ${fault.path}（${fault.reason}）。`,
          hint: '请腾出空间，或把 VIVA_HOME 设为可写的文件夹。',
        }
      case 'journal-not-readable':
        return {
          message: `评分记录 ${fault.path} 读不了（${fault.reason}）。`,
          hint: '它应该是你有权读的文件；位置由 VIVA_HOME 决定。',
        }
      case 'no-terminal':
        return {
          message: `viva ${fault.command} 要提问，输入和输出都得是终端。`,
          hint: '请在终端里运行，不要放在管道里。',
        }
      case 'clock-invalid':
        return {
          message: `VIVA_NOW 不是时间：${fault.value}`,
          hint: '写成 2026-03-09T20:00:00+08:00 这样，或者取消设置。',
        }
      case 'setting-unknown':
        return {
          message: `没有 ${fault.key} 这项设置。`,
          hint: `可以设置：${fault.known.join('、')}。`,
        }
      case 'setting-invalid':
        return {
          message: `${fault.key} 不能设为 ${fault.value}。`,
          hint: `可以是：${fault.allowed}。`,
        }
      case 'settings-not-saved':
        return {
          message: `没有保存！设置写不进 ${fault.path}（${fault.reason}）。`,
          hint: '请腾出空间，或把 VIVA_HOME 设为可写的文件夹。',
        }
      case 'output-failed':
        return {
          message: `输出没有写完（${fault.reason}）。`,
          hint: '看看要写到的地方还有没有空间。',
        }
      case 'editor-failed':
        return {
          message: `编辑器 ${fault.editor} 出错（${fault.reason}）。你的文字没有变。`,
          hint: '请把 EDITOR 设为你用的编辑器。',
        }
    }
  },
  problem(problem: Problem): string {
    switch (problem.code) {
      case 'front-matter-code':
        return `文件头用 ${problem.language} 写成，没有运行；只读 YAML`
      case 'front-matter-invalid':
        return `文件头不是正确的 YAML，已忽略（${problem.reason}）`
      case 'front-matter-too-large':
        return '文件头超过 64 KB，已忽略'
      case 'front-matter-key':
        return `文件头里 ${problem.key} 的值类型不对，已忽略`
      case 'mark-invalid':
        return `<!-- ${problem.mark}: … --> 的值不能是“${problem.value}”`
      case 'overrides-invalid':
        return `不是正确的 YAML，其中的内容都没有采用（${problem.reason}）`
      case 'overrides-key':
        return `没有“${problem.key}”这个键，或它的值类型不对，已忽略`
      case 'id-twice':
        return `id ${problem.id} 已经用在 ${problem.first.file}:${problem.first.line}`
      case 'file-too-large':
        return `超过 8 MB（${problem.bytes} 字节），没有读`
      case 'file-encoding':
        return problem.encoding === '?'
          ? '不是 UTF-8，也不是 viva 认识的编码，没有读'
          : `不是 UTF-8，按 ${problem.encoding} 读取`
      case 'file-unreadable':
        return `读不了（${problem.reason}）`
      case 'file-binary':
        return '含有二进制数据，没有读'
      case 'file-no-file':
        return '是管道或设备，不是文件，没有读'
      case 'file-outside':
        return '链接指到题库外面，没有跟进去'
      case 'file-changing':
        return '读的时候文件正在变，这次先跳过'
      case 'line-too-long':
        return '一行超过 20 KB，只看开头部分'
      case 'nesting-too-deep':
        return '列表嵌套超过 32 层，更深处按普通文字处理'
      case 'file-too-hard':
        return '两秒内分析不完，没有读'
      case 'folder-unreadable':
        return `文件夹读不了（${problem.reason}）`
    }
  },
  bug: (message) => `viva 出了一个 bug：${message}`,
  bugHint: '设 VIVA_DEBUG=1 可以看到位置。说过已保存的都已保存。',
}
