/** What stands above a box of text that has no title of its own. */
export const boxes = {
  note: 'Note',
  info: 'Info',
  tip: 'Tip',
  important: 'Important',
  warning: 'Warning',
  danger: 'Danger',
  abstract: 'Summary',
  todo: 'To do',
  success: 'Success',
  question: 'Question',
  failure: 'Failure',
  bug: 'Bug',
  example: 'Example',
  quote: 'Quote',
  details: 'Details',
}
