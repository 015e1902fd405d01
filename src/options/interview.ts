import { filters } from './filters.ts'
import { many, number, off, on, oneOf, text, whole } from './kinds.ts'
import { namesOf, type OptionRow, type Rows, type Said } from './row.ts'

const { topic, tag, level, from, weak, due, library } = filters

/** How answers are given. */
export const mode = oneOf('type', 'think')

/** How an interview is to be and on what: all that a preset holds. */
export const presetRows = {
  questions: {
    kind: whole(1, 1000),
    takes: '<count>',
    short: '-n',
    says: 'questions',
    measures: true,
    suffices: true,
  },
  minutes: {
    kind: number(0.1, 1440),
    takes: '<minutes>',
    short: '-m',
    says: 'minutes',
    measures: true,
  },
  seconds: {
    kind: number(1, 86_400),
    takes: '<seconds>',
    says: 'seconds',
    measures: true,
    suffices: true,
  },
  mode: { kind: mode, takes: '<mode>', says: 'mode' },
  exam: { kind: on, says: 'exam' },
  soft: { kind: on, says: 'soft' },
  breaks: { kind: on, says: 'breaks' },
  followUps: { kind: off, says: 'noFollowUps' },
  card: {
    kind: many(text),
    takes: '<card>',
    says: 'interviewCard',
    narrows: true,
    suffices: true,
  },
  topic,
  tag,
  level,
  from,
  weak,
  due,
  library,
} satisfies Rows

/** What says how a new interview is to be; one that goes on is as it was begun. */
const newOnly = {
  ...presetRows,
  preset: { kind: text, takes: '<name>', says: 'preset', suffices: true },
  savePreset: { kind: text, takes: '<name>', says: 'savePreset' },
  seed: { kind: text, takes: '<text>', says: 'seed' },
  dryRun: { kind: on, says: 'dryRun' },
} satisfies Rows

const report = {
  save: { kind: text, takes: '<file>', says: 'saveReport' },
  force: { kind: on, says: 'force' },
} satisfies Rows

/** Of `viva interview`. */
export const interviewRows = {
  ...newOnly,
  json: { kind: on, says: 'planJson' },
  resume: { kind: on, says: 'resume', conflicts: namesOf(newOnly) },
  discard: {
    kind: on,
    says: 'discard',
    conflicts: [...namesOf(newOnly), 'resume', ...namesOf(report)],
  },
  ...report,
} satisfies Rows

export type InterviewOptions = Said<typeof interviewRows>

/** Whether there is nothing left to ask the person before it begins. */
export function isSaid(options: InterviewOptions): boolean {
  return isAnySaid(options, ({ suffices }) => suffices === true)
}

/** Whether nothing was said of what about and how long. */
export function isOpen(options: InterviewOptions): boolean {
  return !isAnySaid(options, ({ narrows, measures }) => narrows === true || measures === true)
}

function isAnySaid(options: InterviewOptions, holds: (row: OptionRow) => boolean): boolean {
  return namesOf(interviewRows, holds).some((name) => options[name] !== undefined)
}
