import { filters, narrowing } from './filters.ts'
import { formatNames } from './formats.ts'
import { on, oneOf, place } from './kinds.ts'
import { lookRows } from './look.ts'
import { namesOf, type Rows, type Said } from './row.ts'

const { from, due, weak, unanswered } = filters

/** Of `viva export`. */
export const exportRows = {
  ...narrowing,
  from,
  due,
  weak,
  unanswered,
  interview: {
    kind: place,
    takes: '<number>',
    says: 'exportInterview',
    // what is printed, and in which order, was settled when it was held
    decides: [...namesOf(filters, ({ narrows }) => narrows === true), 'order'],
  },
  format: { kind: oneOf(...formatNames), takes: '<format>', says: 'format' },
  order: { kind: oneOf('topic', 'due', 'weak'), takes: '<order>', says: 'order', usual: 'topic' },
  ...lookRows,
  force: { kind: on, says: 'force' },
} satisfies Rows

export type ExportOptions = Said<typeof exportRows>
