import type {
  exporting as enExporting,
  exportFaults as enFaults,
  exportOptions as enOptions,
} from '../en/export.ts'

/** `viva export` 说的话，以及写进文件里的词，中文版。 */
export const exporting: typeof enExporting = {
  title: '面试题笔记',
  questions: '题目',
  noTopic: '其他题目',
  overdue: '已过期',
  today: '今天到期',
  dueOn: (date) => `${date} 到期`,
  unseen: '还没复习过',
  recallBelow: (percent) => `记得的把握不到 ${percent}%`,
  recallFrom: (percent) => `记得的把握有 ${percent}% 以上`,
  skip: '跳到题目',
  toAnswer: '看答案',
  backToQuestion: '回到题目',
  showAnswer: '显示答案',
  yourAnswerTo: (n) => `第 ${n} 题，你的回答`,
  ticked: ['未完成', '已完成'],
  table: '表格',
  listed: (words) => words.join('、'),
  anki: {
    type: 'viva（中文）',
    card: '题目',
    question: '题目',
    answer: '参考答案',
    source: '出处',
    id: '编号',
  },
  examples: [
    ['viva export notes.pdf --topic redis', '参考答案、要点、自己的笔记'],
    ['viva export quiz.html --layout quiz', '留出作答的地方，答案在最后'],
    ['viva export weak.md --weak', 'viva 能再读的 Markdown'],
    ['viva export cards.apkg', '给 Anki；以后再导入会更新'],
  ],
  told: {
    topic: (words) => `主题：${words}`,
    tag: (words) => `标签：${words}`,
    level: (names) => `级别：${names}`,
    from: (words) => `搜索：${words}`,
    due: '今天到期',
    weak: '薄弱',
    unanswered: '还没有参考答案',
    library: (paths) => `题库：${paths}`,
  },
  written: (cards, path) => `已把 ${cards} 张卡片写入 ${path}`,
  preparing: (done, all) => `正在整理卡片：${done} / ${all}`,
  typesetting: (seconds) => `正在排版：${seconds} 秒`,
  inLibrary: (path) => `${path} 在要读的题库里面，以后读题库时会再读到这些卡片。`,
  tooLarge: (path) => `${path} 超过了 viva 单个文件能读的 8 MB。`,
  longCells: (n) => `有 ${n} 个单元格超过了电子表格能显示的 32767 个字符。`,
}

export const exportOptions: typeof enOptions = {
  format: 'pdf | md | html | csv | apkg；文件名看不出格式时要写明，例如用 - 的时候',
  order: '卡片的顺序：topic（主题）| due（到期）| weak（薄弱）',
  title: '文档的标题',
  layout: '用于 .pdf 和 .html：notes（笔记）| quiz（自测）| summary（要点）',
  answers: '用于 .pdf 和 .html，答案放在哪里：none | end | inline',
  noCode: '用于 .pdf 和 .html：不要代码',
  paper: '用于 .pdf：a4 | a5 | letter',
  columns: '用于 .pdf：每页分几栏，1 到 3',
  fontSize: '用于 .pdf：字号（磅）',
  withHistory: '用于 .apkg：连同评分和每张卡片的进度一起导出',
  largePrint: '用于 .pdf：大字、高对比',
  font: '用于 .pdf：自带字体缺字时另加的字体文件（可重复）',
  exportFile: '写到哪里；- 是标准输出',
}

export const exportFaults: typeof enFaults = {
  formatUnknown: (name) => ({
    message: `从 ${name} 这个名字看不出要哪种文件。`,
    hint: '让它以 .pdf、.md、.html、.csv 或 .apkg 结尾，或者用 --format 说明。',
  }),
  optionUnfit: (option, format) => ({
    message: `${option} 对 .${format} 没有意义。`,
    hint: 'viva export --help 写着每个选项用在哪里。',
  }),
  optionBeside: (option, beside) => ({
    message: `有了 ${beside}，${option} 就没有意义。`,
    hint: '去掉其中一个。',
  }),
  columnsNarrow: (columns, most) => ({
    message: `${columns} 栏太窄，没法读：这种纸放得下 ${most} 栏。`,
    hint: '减少 --columns，换大一点的 --paper，或者用小一点的 --font-size。',
  }),
  binaryOutput: (format) => ({
    message: `.${format} 文件不是文字，不能打印在终端里。`,
    hint: '写上文件名，或者把输出转到文件：viva export - --format … > 文件',
  }),
  notWritten: (path, reason) => ({
    message: `什么也没有写：${path}（${reason}）。`,
    hint: '文件夹要存在、有空间、可写。原来的文件没有动。',
  }),
  epochInvalid: (value) => ({
    message: `SOURCE_DATE_EPOCH 不是秒数：${value}`,
    hint: '写成 1970 年以来的整秒数，或者取消它。',
  }),
}
