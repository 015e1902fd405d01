import { count } from '../count.ts'

/** What `viva export` says and what stands in what it writes, in English. */
export const exporting = {
  title: 'Interview notes',
  questions: 'Questions',
  noTopic: 'Other questions',
  overdue: 'Overdue',
  today: 'Due today',
  dueOn: (date: string) => `Due on ${date}`,
  unseen: 'Not reviewed yet',
  recallBelow: (percent: number) => `Recalled with less than ${percent}%`,
  recallFrom: (percent: number) => `Recalled with ${percent}% or more`,
  skip: 'Skip to the questions',
  toAnswer: 'To the answer',
  backToQuestion: 'Back to the question',
  showAnswer: 'Show the answer',
  yourAnswerTo: (n: number) => `Your answer to question ${n}`,
  ticked: ['not done', 'done'] as readonly [string, string],
  table: 'Table',
  listed: (words: readonly string[]) => words.join(', '),
  anki: {
    type: 'viva (English)',
    card: 'Question',
    question: 'Question',
    answer: 'Model answer',
    source: 'Source',
    id: 'Id',
  },
  examples: [
    ['viva export notes.pdf --topic redis', 'model answers, key points, own notes'],
    ['viva export quiz.html --layout quiz', 'room to write, answers at the end'],
    ['viva export weak.md --weak', 'Markdown that viva reads again'],
    ['viva export cards.apkg', 'for Anki; a later one updates it'],
  ] as readonly (readonly [line: string, what: string])[],
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
  typesetting: (seconds: number) => `Setting the pages: ${seconds} s`,
  inLibrary: (path: string) =>
    `${path} lies inside a library that is read, so its cards will be found there again.`,
  tooLarge: (path: string) => `${path} is larger than the 8 MB that viva reads of one file.`,
  longCells: (n: number) =>
    `${count(n, 'cell')} hold${n === 1 ? 's' : ''} more than the 32,767 characters that a spreadsheet shows.`,
}

export const exportOptions = {
  format: 'pdf | md | html | csv | apkg; needed where the name does not say it, as with -',
  order: 'order of the cards: topic | due | weak',
  title: 'title of the document',
  layout: 'for .pdf and .html: notes | quiz | summary',
  answers: 'for .pdf and .html, where answers stand: none | end | inline',
  noCode: 'for .pdf and .html: leave code out',
  paper: 'for .pdf: a4 | a5 | letter',
  columns: 'for .pdf: columns of a page, 1 to 3',
  fontSize: 'for .pdf: size of the letters in points',
  withHistory: 'for .apkg: your reviews and where each card stands, too',
  largePrint: 'for .pdf: large letters with strong contrast',
  font: 'for .pdf: a font file for characters that ours lack (repeatable)',
  exportFile: 'where to write; - is standard output',
}

export const exportFaults = {
  formatUnknown: (name: string) => ({
    message: `The name ${name} does not say which kind of file is wanted.`,
    hint: 'Let it end in .pdf, .md, .html, .csv or .apkg, or say --format.',
  }),
  optionUnfit: (option: string, format: string) => ({
    message: `${option} means nothing for .${format}.`,
    hint: 'viva export --help says what each option is for.',
  }),
  optionBeside: (option: string, beside: string) => ({
    message: `${option} means nothing beside ${beside}.`,
    hint: 'Leave one of them out.',
  }),
  columnsNarrow: (columns: number, most: number) => ({
    message: `${count(columns, 'column')} would be too narrow to read: this paper has room for ${most}.`,
    hint: 'Fewer --columns, a larger --paper or a smaller --font-size will do.',
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
