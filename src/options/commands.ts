import { filters, narrowing } from './filters.ts'
import { mode } from './interview.ts'
import { date, many, naming, number, off, on, orAlone, text, whole } from './kinds.ts'
import type { OptionRow, Rows, Said } from './row.ts'

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

export const topicsRows = { ...narrowing, json } satisfies Rows

export const statsRows = {
  ...narrowing,
  since: { kind: date, takes: '<date>', says: 'statsSince' },
  save: { kind: naming('file'), takes: '<file>', says: 'statsSave' },
  force,
  json,
} satisfies Rows

export const planRows = {
  ...narrowing,
  date: { kind: date, takes: '<date>', says: 'planDate' },
  minutes: {
    kind: number(1, 1440),
    takes: '<minutes>',
    short: '-m',
    says: 'planMinutes',
    usual: '30',
  },
  days: { kind: whole(1, 365), takes: '<count>', says: 'planDays', usual: '7' },
  topics: { kind: naming('file'), takes: '<jd.txt>', says: 'planTopics' },
  json,
} satisfies Rows

export const relinkRows = {
  library,
  undo: { kind: orAlone(naming('card')), takes: '[card]', says: 'undo' },
  json,
} satisfies Rows

export const importRows = {
  library,
  cards: { kind: naming('file'), takes: '<folder>', says: 'importCards' },
  dryRun: { kind: on, says: 'importDryRun' },
  json,
} satisfies Rows

export type ImportOptions = Said<typeof importRows>

export const libraryAddRows = {
  questions: { kind: many(naming('shape')), takes: '<shape>', says: 'shape' },
  branch: { kind: text, takes: '<branch>', says: 'cloneBranch' },
  path: { kind: text, takes: '<folder>', says: 'clonePath' },
  name: { kind: text, takes: '<name>', says: 'cloneName' },
} satisfies Rows

export const libraryUpdateRows = {
  force: { kind: on, says: 'forceUpdate' },
  json,
} satisfies Rows

export const libraryRemoveRows = { force: { kind: on, says: 'forceRemove' } } satisfies Rows

export const doctorRows = { repair: { kind: on, says: 'repair' }, json } satisfies Rows

export const syncRows = { quiet: { kind: on, says: 'quiet' }, json } satisfies Rows

export const backupRows = { force } satisfies Rows

export const tuneRows = {
  revert: { kind: on, says: 'revert' },
  force: { kind: on, says: 'forceFit' },
  json,
} satisfies Rows
