/** What is printed in documents, and said of them. */
export const paper = {
  contents: 'Contents',
  answers: 'Answers',
  keyPoints: 'Key points',
  missed: 'missed last time',
  note: 'Your notes',
  asked: 'What you answered',
  followUps: 'Follow-up questions',
  noAnswer: 'No model answer.',
  noCode: '[code left out]',
  /** Of all pages. */
  page: (page: string, all: string) => `Page ${page} of ${all}`,
  answerOn: (page: string) => `Answer on page ${page}`,
  questionOn: (page: string) => `Question on page ${page}`,
  counts: (questions: number, topics: number, answered: number) =>
    [
      questions === 1 ? '1 question' : `${questions} questions`,
      ...(topics > 1 ? [`${topics} topics`] : []),
      answered === questions ? 'all with a model answer' : `${answered} with a model answer`,
    ].join(' · '),
  more: (n: number) => `And ${n} more that did not fit on two pages.`,
  madeBy: (version: string) => `Made with viva ${version}`,
  coverage: (percent: number) => `${percent}% of the key points`,
  time: (used: string, limit: string) => `${used} of ${limit}`,
  late: 'late',
  picture: (name: string) => `Picture: ${name}`,
  pictureRemote: (name: string) => `Picture on the web: ${name}`,
  pictureMissing: (name: string) => `Picture not found: ${name}`,
  pictureBroken: (name: string) => `Picture that cannot be shown: ${name}`,
  untitledPicture: 'without a name',
  glyphsMissing: (characters: readonly string[], more: number) =>
    `No font has ${characters.map(named).join(', ')}${more > 0 ? ` and ${more} more` : ''}: printed by number. Add a font with --font <file>.`,
  pictureLeftOut: (file: string, src: string, reason: keyof typeof reasons) =>
    `${file}: the picture ${src} is left out (${reasons[reason]}).`,
  cardAsWritten: (file: string, line: number) =>
    `${file}:${line} could not be laid out and is printed as it is written.`,
  cutToTwoPages: (left: number) =>
    `${left === 1 ? '1 card' : `${left} cards`} did not fit on two pages; narrow the filter to see them.`,
}

const reasons = {
  remote: 'on the web',
  missing: 'not found in the library',
  outside: 'outside the library',
  large: 'too large',
  broken: 'not a picture that can be printed',
  many: 'all pictures together are too large, and the smaller ones go first',
  full: 'the page holds 100 MB of pictures already',
}

function named(character: string): string {
  const number = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  return /[\p{L}\p{N}\p{S}\p{P}]/u.test(character) ? `${character} (U+${number})` : `U+${number}`
}
