import { filters, narrowing } from './filters.ts'
import { mode } from './interview.ts'
import { many, naming, number, off, on, orAlone, whole } from './kinds.ts'
import type { OptionRow, Rows } from './row.ts'

const { library, from, due, weak, unanswered } = filters
const json = { kind: on, says: 'json' } as const satisfies OptionRow
const force = { kind: on, says: 'force' } as const satisfies OptionRow

/** Of commands about cards of a library that do nothing but that. */
export const libraryRows = { library } satisfies Rows

/** Of those that print what they found. */
export const printRows = { library, json } satisfies Rows

export const showRows = {
  ...printRows,
  pager: { kind: off, says: 'noPager' },
} satisfies Rows

export const checkRows = { ...printRows, why: { kind: on, says: 'checkWhy' } } satisfies Rows

/** Of those that have no card to look for. */
export const jsonRows = { json } satisfies Rows

export const reviewRows = {
  ...narrowing,
  new: { kind: whole(0, 1000), takes: '<count>', says: 'new', usual: '10' },
  limit: { kind: whole(1, 10_000), takes: '<count>', says: 'reviewLimit' },
  minutes: { kind: number(0.1, 1440), takes: '<minutes>', short: '-m', says: 'reviewMinutes' },
  ahead: { kind: whole(1, 3650), takes: '<days>', says: 'ahead' },
  cram: { kind: on, says: 'cram' },
  from,
  mode: { kind: mode, takes: '<mode>', says: 'reviewMode', usual: 'think' },
} satisfies Rows

export const searchRows = {
  ...narrowing,
  limit: { kind: whole(1, 1000), takes: '<count>', says: 'limit', usual: '10' },
  unanswered,
  json,
} satisfies Rows

export const listRows = {
  ...narrowing,
  unanswered,
  due,
  weak,
  state: { kind: on, says: 'state' },
  json,
} satisfies Rows

export const assessRows = {
  file: { kind: naming('file'), takes: '<path>', says: 'answerFile' },
  followUp: { kind: whole(1, 1000), takes: '<n>', says: 'assessFollowUp' },
  library,
  why: { kind: on, says: 'assessWhy' },
  json,
} satisfies Rows

export const rateRows = {
  library,
  seconds: { kind: number(0, 86_400), takes: '<seconds>', says: 'tookSeconds' },
  json,
} satisfies Rows

export const historyRows = {
  library,
  save: { kind: naming('file'), takes: '<file>', says: 'saveReport' },
  force,
  json,
} satisfies Rows

export const relinkRows = {
  library,
  undo: { kind: orAlone(naming('card')), takes: '[card]', says: 'undo' },
  json,
} satisfies Rows

export const libraryAddRows = {
  questions: { kind: many(naming('shape')), takes: '<shape>', says: 'shape' },
} satisfies Rows

export const doctorRows = { repair: { kind: on, says: 'repair' }, json } satisfies Rows

export const backupRows = { force } satisfies Rows

export const tuneRows = {
  revert: { kind: on, says: 'revert' },
  force: { kind: on, says: 'forceFit' },
  json,
} satisfies Rows
