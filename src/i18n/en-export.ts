import { count } from './count.ts'

/** What `viva export` says and what stands in what it writes, in English. */
export const exporting = {
  title: 'Interview notes',
  noTopic: 'Other questions',
  overdue: 'Overdue',
  today: 'Due today',
  dueOn: (date: string) => `Due on ${date}`,
  unseen: 'Not reviewed yet',
  recallBelow: (percent: number) => `Recalled with less than ${percent} %`,
  recallFrom: (percent: number) => `Recalled with ${percent} % or more`,
  skip: 'Skip to the questions',
  contents: 'Contents',
  answers: 'Answers',
  toAnswer: 'To the answer',
  backToQuestion: 'Back to the question',
  showAnswer: 'Show the answer',
  yourAnswerTo: (n: number) => `Your answer to question ${n}`,
  late: 'after its time',
  ticked: ['not done', 'done'] as readonly [string, string],
  table: 'Table',
  missed: 'Missed last time',
  yourAnswer: 'Your answer',
  covered: (percent: number) => `${percent} % of the key points`,
  listed: (words: readonly string[]) => words.join(', '),
  told: {
    topic: (words: string) => `topic: ${words}`,
    tag: (words: string) => `tag: ${words}`,
    level: (names: string) => `level: ${names}`,
    from: (words: string) => `search: ${words}`,
    due: 'due today',
    weak: 'weak',
    unanswered: 'without a model answer',
    library: (paths: string) => `from ${paths}`,
  },
  written: (cards: number, path: string) => `${count(cards, 'card')} written to ${path}`,
  preparing: (done: number, all: number) => `Preparing cards: ${done} of ${all}`,
  inLibrary: (path: string) =>
    `${path} lies inside a library that is read, so its cards will be found there again.`,
  tooLarge: (path: string) => `${path} is larger than the 8 MB that viva reads of one file.`,
  longCells: (n: number) =>
    `${count(n, 'cell')} hold${n === 1 ? 's' : ''} more than the 32,767 characters that a spreadsheet shows.`,
}

export const exportOptions = {
  format: 'md | html | csv; needed where the name does not say it, as with -',
  order: 'order of the cards: topic | due | weak',
  title: 'title of the document',
  layout: 'for .html: notes | quiz | summary',
  answers: 'for .html, where answers stand: none | end | inline',
  noCode: 'for .html: leave code out',
  exportFile: 'where to write; - is standard output',
}

export const exportFaults = {
  formatUnknown: (name: string) => ({
    message: `The name ${name} does not say which kind of file is wanted.`,
    hint: 'Let it end in .md, .html or .csv, or say --format.',
  }),
  optionUnfit: (option: string, format: string) => ({
    message: `${option} means nothing for .${format}.`,
    hint: 'viva export --help says what each option is for.',
  }),
  binaryOutput: (format: string) => ({
    message: `A .${format} file is no text for a terminal.`,
    hint: 'Name a file, or send the output to one: viva export - --format … > file',
  }),
  notWritten: (path: string, reason: string) => ({
    message: `Nothing was written: ${path} (${reason}).`,
    hint: 'The folder must exist, have room and be writable. What was there before is untouched.',
  }),
  epochInvalid: (value: string) => ({
    message: `SOURCE_DATE_EPOCH is no number of seconds: ${value}`,
    hint: 'Write whole seconds since 1970, or unset it.',
  }),
}
