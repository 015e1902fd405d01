import type { Messages } from '../en/en.ts'
import { boxes } from './boxes.ts'
import { commands, options } from './commands.ts'
import { exporting } from './export.ts'
import { fault, problem } from './faults.ts'
import { help } from './help.ts'
import { history, report } from './history.ts'
import { importing } from './importing.ts'
import { interview } from './interview.ts'
import { keeping } from './keeping.ts'
import { library } from './libraries.ts'
import { paper } from './paper.ts'
import { plan, planOptions } from './plan.ts'
import { planning } from './planning.ts'
import { points } from './points.ts'
import { progress } from './progress.ts'
import { home, review, standing } from './review.ts'
import { search } from './search.ts'
import { suspicious } from './suspicions.ts'
import { sync } from './sync.ts'
import { tune } from './tune.ts'

const grade = { again: '重来', hard: '困难', good: '良好', easy: '简单' }

/** 每一句给人看的话，中文版。 */
export const zh: Messages = {
  help,
  commands,
  options: { ...options, ...planOptions },
  usage: {
    usage: '用法:',
    arguments: '参数：',
    options: '选项：',
    globalOptions: '所有命令都有的选项：',
    commands: '命令：',
    examples: '示例',
    groups: {
      practice: '练习',
      finding: '查找和阅读',
      grading: '单张卡片',
      past: '过去的记录',
      libraries: '你的笔记',
      keeping: '保管和设置',
    },
    usual: (value) => `（默认 ${value}）`,
    bare: '只输入 viva：看今天要复习什么，菜单里什么都有。',
    topics: (names) => `viva help <主题>：${names}。`,
    hint: (command) => `用法见 ${command} --help。`,
    unknownOption: (option) => `没有 ${option} 这个选项。`,
    unknownCommand: (command) => `没有 ${command} 这个命令。`,
    missingArgument: (name) => `缺少参数 <${name}>。`,
    missingValue: (option) => `选项 ${option} 后面要有一个值。`,
    conflictingOptions: (one, other) => `${one} 和 ${other} 不能一起用。`,
    tooManyArguments: () => '参数太多，这个命令用不了这么多。',
    badValue: (value, option) => `${option} 的值不能是 ${value}。`,
    didYouMean: (name) => `是不是想写 ${name}？`,
    allowed: (values) => `可以是：${values}。`,
  },
  reading: (done, all) => `正在读笔记：${done} / ${all} 个文件`,
  error: (text) => `错误：${text}`,
  warning: (text) => `注意：${text}`,
  grade,
  act: {
    review: '复习',
    suspend: '停用',
    unsuspend: '恢复',
    bury: '推到明天',
    anchor: '带来的进度',
  },
  menuKeys: '↑ ↓ 移动 · 回车 选择',
  levels: { junior: '初级', mid: '中级', senior: '高级' },
  list: {
    cards: (n) => `${n} 张卡片`,
    unanswered: (n) => `${n} 张还没有答案`,
    noAnswer: '还没有答案',
  },
  show: {
    bundledFile: '这个文件属于自带题库：viva 升级时会覆盖你的改动。',
    answer: '参考答案',
    noAnswer: '笔记里还没有这道题的答案。',
    keyPoints: '要点',
    followUps: '追问',
    ownWays: '你自己的说法（用 viva note 可以删）',
    picture: (name) => (name === '' ? '[图]' : `[图: ${name}]`),
    drawing: (name) => `${name} 图`,
  },
  search,
  plan,
  planning,
  points,
  paper,
  boxes,
  library,
  check: {
    file: (cards, open) => (open === 0 ? `${cards} 张卡片` : `${cards} 张卡片，${open} 张没有答案`),
    noCards: '没有找到题目',
    shape: (name, line) => (line > 1 ? `第 ${line} 行起：${name}` : name),
    asking: (asking, all) => `${all} 处里有 ${asking} 处像提问`,
    own: (share) => `${share}% 下面有自己的内容`,
    run: '编号前后相连',
    listed: '目录里有它们',
    weighed: {
      part: (line) => (line > 1 ? `第 ${line} 行起这一部分的候选：` : '整个文件的候选：'),
      is: { chosen: '选用', possible: '可用', 'too-little': '依据不足' },
      terms: {
        wording: '措辞',
        own: '下有内容',
        run: '编号连续',
        listed: '列入目录',
        bonus: '形式',
        repeated: '重复',
        left: '遗漏',
      },
      leaves: (n, lines) =>
        `遗漏 ${n} 处提问：第 ${lines.join('、')} 行${n > lines.length ? '等' : ''}`,
    },
    ignored: (title, why) => `忽略“${title}”：${why}`,
    why: {
      apparatus: '目录、参考资料之类',
      introduction: '在第一道题之前',
      'no-question': '里面没有像提问的内容',
    },
    duplicate: { same: '整张卡片重复：', question: '题目重复：', near: '题目相近：' },
    image: (path) => `图片不存在：${path}`,
    openFence: '代码块没有结尾',
    suspicious,
    moreSuspicious: (more) => `还有 ${more} 处，见 viva check`,
    total: (files, cards, open) => `${files} 个文件，${cards} 张卡片，${open} 张没有答案`,
  },
  editorLeft: (path) => `之前编辑器里留下的内容保存在 ${path}`,
  log: {
    none: '还没有评分记录。来一场 viva interview 就有了。',
    damaged: (n) => `记录里有 ${n} 行读不出来，已原样保留。`,
    newer: (n) => `有 ${n} 条记录由更新版本的 viva 写下，已保留，这里不显示。`,
    ahead: (n) => `有 ${n} 条记录写下时时钟走快了，时间还没到，暂不计入；见 viva doctor。`,
    gone: '（不在当前题库里）',
  },
  relink: {
    pair: (i, n) => `第 ${i} 对，共 ${n} 对`,
    alike: (percent) => `相似度 ${percent}%`,
    was: '不见了的卡片',
    is: '新出现的卡片',
    ask: '它们是同一张卡片吗？是的话，原来的记录接着用。',
    keys: 'y 是 · n 不是，两张卡片 · s 以后再说 · Ctrl-C 离开（按行输入时写 :leave）',
    verdict: {
      same: '是同一张 · 已保存',
      other: '是两张 · 已保存',
      later: '没有决定，下次 viva relink 会再问。',
    },
    done: '都处理完了。viva relink --undo 可以撤回上一个回答。',
    none: '没有要处理的：改过的卡片都认出来了，其余的肯定是新的。',
    nothingSaid: '还没有可以撤回的回答。',
    tookBack: {
      link: (question) => `已撤回：“${question}”不再接着旧卡片的记录。`,
      unlink: (question) => `已撤回：“${question}”以前是哪张，重新待定。`,
    },
    apart: (question) => `“${question}”现在是单独的一张卡片。`,
    never: (question) => `“${question}”没有和别的卡片合在一起过。`,
    notKept: (folder, reason) =>
      `下次改笔记后可能认不出原来的卡片：${folder} 读写不了（${reason}）。`,
  },
  config: {
    unset: (key, usual) => (usual === undefined ? `${key} 没有设置` : `${key} = ${usual}（默认）`),
    means: {
      language: '程序的语言：en 或 zh',
      'practice-language': '用哪种语言提问：en、zh 或 mixed',
      questions: '一场面试几道题',
      seconds: '每道题的秒数；不设则各题有各题的时间',
      mode: '输入答案，或只在心里想',
      newlines: '笔记里的换行：保留，或者接成一行',
      date: '面试那天',
      plan: '面试之前复习是否按计划来（on、off）',
      minutes: '每天几分钟，供计划用',
      dayStart: '一天从几点算起',
      new: '每天几张新卡',
      reviews: '每天最多复习几张',
      retention: '记得的把握降到多少就到期',
      learn: '手动勾选要点时，是否记住你的说法（on、off）',
      autosync: '练完以后，在后台 viva sync（on、off）',
      parameters: 'FSRS 的参数；viva config tune 可以拟合',
    },
    set: (key, value) => `${key} = ${value}`,
    reset: (key) => `${key} 已恢复默认。`,
    broken: (path, reason) => `设置文件 ${path} 有读不了的内容（${reason}），这部分先用默认值。`,
  },
  interview,
  report,
  history,
  progress,
  exporting,
  keeping,
  importing,
  review,
  standing,
  home,
  sync,
  tune,
  fault,
  problem,
  bug: (message) => `viva 出了一个 bug：${message}`,
  bugHint: '设 VIVA_DEBUG=1 可以看到位置。说过已保存的都已保存。',
}
