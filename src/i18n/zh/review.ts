import type { home as enHome, review as enReview, standing as enStanding } from '../en/review.ts'

/** 每日复习、首页和单张卡片的话，中文版。 */
export const review: typeof enReview = {
  head: (done, all) => `第 ${done} / ${all} 张`,
  minutesLeft: (minutes) => `还剩约 ${minutes} 分钟`,
  kind: { due: '', new: '新卡', cram: '突击' },
  again: '再来一次',
  thinkKeys: '空格 看答案 · t 输入答案 · s 跳过 · b 推到明天 · x 停用 · ? 按键',
  typeKeys: 'Ctrl-D 看答案 · Ctrl-G 用 $EDITOR · Ctrl-X 跳过 · F1 按键',
  gradeKeys: 'b 推到明天 · x 停用 · e 改笔记',
  placeholder: '你的回答……',
  recallHelp: [
    '空格、回车  看答案          t  先输入自己的回答',
    's  这一轮先跳过             b  推到明天',
    'x  停用，不再出现           u  撤回上一个评分',
    'e  用 $EDITOR 打开笔记      n  写自己的备注',
    'q、Ctrl-C  离开，已评分的都在',
  ],
  typeHelp: [
    'Enter   换行               Ctrl-D  看答案',
    'Ctrl-G  打开 $EDITOR       Ctrl-X  跳过',
    'Ctrl-C  离开，已评分的都在',
  ],
  actHelp: [
    's 跳过 · b 推到明天 · x 停用',
    'e 用 $EDITOR 打开笔记 · n 写自己的备注 · t 用另一种语言看 · q 离开',
  ],
  lineHelp: {
    recall:
      '空行看答案；也可以先输入回答，再单独输入一行 . 。命令：:undo :skip :bury :suspend :edit :note :quit :help',
    type: '单独输入一行 . 看答案。',
    grade:
      '输入数字评分。命令：+2 勾选第 2 个要点，:undo :skip :bury :suspend :edit :note :quit :help',
  },
  interval: (days) => {
    if (days < 31) return `${days}天`
    return days < 365 ? `${(days / 30.4).toFixed(1)}个月` : `${(days / 365.25).toFixed(1)}年`
  },
  yourAnswer: '你的回答',
  ownNote: '你的备注',
  graded: (grade, days) =>
    days === 0 ? `${grade} · 已保存` : `${grade} · 已保存 · ${days} 天后再来`,
  gradedCram: (grade) => `${grade} · 已保存，复习安排不变`,
  skipped: '先跳过。',
  buried: '已推到明天 · 已保存',
  suspended: (id) => `已停用 · 已保存 · 恢复用 viva unsuspend ${id}`,
  undone: '已撤回。',
  changed: '已重新读取笔记。',
  gone: '笔记里已经没有这张卡片，先用之前的内容。',
  nothingDue: '现在没有到期的卡片。',
  nextDue: (n, days, date) =>
    `下一批 ${n} 张在${days === 1 ? '明天' : ` ${days} 天后`}到期（${date}）。`,
  nothingYet: '这个题库还没有复习过的卡片。',
  aheadHint: (days) => `想现在就复习：viva review --ahead ${days}`,
  heldBack: (due, fresh, more) => [
    ...(due > 0 ? [`今天另有 ${due} 张到期的先不问；viva config set reviews <数量> 可调上限`] : []),
    ...(fresh > 0 ? [`还有 ${fresh} 张新卡留到以后；今天想多学：viva review --new ${more}`] : []),
  ],
  intro: (due, fresh, minutes) => `复习：${due} 张到期，${fresh} 张新卡，约 ${minutes} 分钟。`,
  introCram: (n) => `突击：${n} 张卡片，复习安排不变。`,
  over: (n, time) => `复习结束：${n} 张，用时 ${time}。`,
  nothingDone: '这次没有评分。',
  leftEarly: (n) => `还有 ${n} 张留到以后；已评分的都在。`,
  timeUp: (n) => `时间用完了，还有 ${n} 张留到以后。`,
  recalled: (recalled, all, percent) => `记住 ${recalled} / ${all}（${percent}%）`,
  met: (n) => `新卡 ${n} 张`,
  load: (tomorrow, week) => `明天到期 ${tomorrow} 张，一周内 ${week} 张。`,
  undoHint: '打分按错了？viva undo 可以撤回。',
  failed: '这次没答上来的',
  leeches: '顽固卡片：忘过六次以上。改写笔记，或者停用。',
  rated: (grade, date, days) => `${grade} · 已保存 · 下次 ${date}（${days} 天后）`,
  undoneReview: (grade, time) => `已撤回：${time} 的「${grade}」`,
  undoneAct: {
    suspend: '已撤回停用',
    unsuspend: '已撤回恢复',
    bury: '已撤回推迟',
    anchor: '已撤回带来的进度',
  },
  nothingToUndo: '没有可以撤回的。',
  setAside: {
    suspend: '已停用 · 已保存',
    unsuspend: '已恢复 · 已保存',
    bury: '已推到明天 · 已保存',
  },
  asItIs: {
    suspend: '这张卡片已经停用，没有改动。',
    unsuspend: '这张卡片没有停用，也没有推迟，没有改动。',
  },
  noteSaved: (path) => `备注在 ${path}`,
  noteOther: (path) => `它的另一份文字（来自其他机器或旧的副本）在 ${path}`,
  noteUnchanged: '备注没有变化。',
}

export const standing: typeof enStanding = {
  new: '新卡',
  learning: '学习中',
  review: '已学会',
  relearning: '忘了在重学',
  suspended: '已停用',
  buried: '推到明天',
  due: (date) => `${date} 到期`,
  reps: (n) => `复习 ${n} 次`,
  lapses: (n) => `忘过 ${n} 次`,
  recall: (percent) => `现在记得的把握 ${percent}%`,
  history: '你的评分记录',
  more: (n) => `……更早还有 ${n} 条，见 viva log`,
}

export const home: typeof enHome = {
  due: (due, fresh) =>
    due + fresh === 0 ? '今天没有要复习的' : `今天：${due} 张到期，${fresh} 张新卡`,
  streak: (days) => `连续 ${days} 天`,
  interview: (days, date) => {
    if (days === 0) return `今天就是面试（${date}）。`
    return days > 0 ? `离面试还有 ${days} 天（${date}）。` : `面试已过去 ${-days} 天（${date}）。`
  },
  weakest: (topic, percent) => `最薄弱的主题：${topic}（把握 ${percent}%）`,
  cards: (n, libraries) =>
    libraries === 0
      ? `自带题库 ${n} 张卡片；添加自己的笔记：viva library add <路径>`
      : `${libraries} 个题库，共 ${n} 张卡片`,
  unread: (text) => `读不了笔记：${text}`,
  commands: '所有命令见 viva --help。',
  ask: '现在做什么？',
  menu: {
    review: (due, fresh) => `复习今天的卡片（${due} 张到期，${fresh} 张新卡）`,
    resume: '接着做没做完的面试',
    interview: '来一场模拟面试',
    search: '搜索笔记',
    plan: '看面试前的计划',
    stats: '看学得怎么样',
    topics: '看各个主题',
    list: '列出卡片',
    log: '看评分记录',
    history: '看过去的面试',
    undo: '撤回上一个评分',
    check: '看看笔记里找到了什么',
    library: '添加一个笔记文件夹',
    export: '导出成 PDF 或别的文件',
    date: '设定面试日期',
    relink: '确认改动很大的卡片',
    doctor: '检查 viva 保存的内容',
    sync: '与你的其他机器同步',
    backup: '做一份备份',
    config: '查看设置',
    help: '查看所有命令',
    more: '更多……',
    back: '返回',
    discard: '丢掉没做完的面试（已保存的评分还在）',
    quit: '退出',
  },
  back: '回车 回到菜单 · Ctrl-C 退出',
  askPath: '文件夹、Markdown 文件或 git 仓库地址',
  askFile: '写到哪个文件（.pdf .html .md .csv .apkg）',
  askDate: '面试日期（2026-12-01；留空则没有）',
}
