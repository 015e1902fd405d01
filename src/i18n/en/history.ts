import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

/** What a report of an interview says. */
export const report = {
  title: (n: number, used: string, given: string) =>
    `The interview is over: ${count(n, 'question')}, ${used} of ${given}.`,
  unfinished: (n: number, used: string, given: string) =>
    `Not finished: ${count(n, 'question')} so far, ${used} of ${given}.`,
  resume: 'viva interview --resume goes on with it.',
  leftEarly: 'You left early; everything graded so far is kept.',
  nothing: 'No question was answered.',
  /** By what the bars measure. */
  bars: { coverage: 'By topic: key points', recall: 'By topic: good or easy' },
  inAll: 'in all',
  noTopic: 'without a topic',
  questions: (n: number) => count(n, 'question'),
  followUps: (n: number) => count(n, 'follow-up'),
  ungraded: 'not graded',
  unanswered: 'not answered',
  skipped: 'skipped',
  late: 'late',
  timeUp: 'time up',
  hurried: 'hurried',
  points: (percent: string) => `key points ${percent}`,
  hints: (n: number) => count(n, 'hint'),
  paused: (time: string) => `paused ${time}`,
  more: (n: number) => `… and ${n} more`,
  manner: {
    hesitation: (time: string) => `${time} to the first key on average`,
    late: (n: number) => `${n} late`,
    timeUp: (n: number) => `${n} cut off by the clock`,
    hurried: (n: number) => `${n} hurried`,
    skipped: (n: number) => `${n} skipped`,
    pauses: (n: number, time: string) => `${count(n, 'pause')}, ${time}`,
  },
  due: 'To review by tomorrow (already scheduled)',
  dueHint: 'viva review asks them.',

  skippedOnes: 'Skipped, and not scheduled',
  compared: (n: number) =>
    n === 1 ? 'Compared with the interview before' : `Compared with the last ${n} interviews`,
  figures: { coverage: 'key points', recall: 'good or easy', eachMs: 'time a question' },
  change: (name: string, now: string, before: string, meant: string) =>
    `${name} ${now}, before ${before}: ${meant}`,
  share: { rising: 'better', falling: 'worse', steady: 'about the same' },
  time: { rising: 'slower', falling: 'quicker', steady: 'about the same' },
  saved: (n: number) => `${count(n, 'grade')} saved; see viva log.`,
  again: (n: number) => `viva history ${n} shows this again.`,
  savedTo: (path: string) => `The report is in ${path}`,
  allGood: 'Nothing was hard today. Come back for it all the same.',
  /** Only where a report is a document. */
  document: {
    title: (date: string) => `Mock interview, ${date}`,
    scores: 'Scores by topic',
    columns: {
      topic: 'Topic',
      bar: 'Bar',
      questions: 'Questions',
      time: 'Time',
      grades: 'Grades',
    },
    typed: 'typed',
    thought: 'only thought',
    exam: 'as an exam',
    seed: (seed: string) => `seed ${seed}`,
    questions: 'Questions',
    followUp: (question: string) => `Follow-up: ${question}`,
    yourAnswer: 'Your answer',
    noAnswer: 'Nothing was written.',
    points: 'Key points',
    tickedPoints: 'Key points (ticked: said)',
    models: 'Model answers',
    gone: 'Cards that are gone from your notes are left out here.',
  },
}

const ways = { rising: 'rising', falling: 'falling', steady: 'steady' }

/** What the list of past interviews says. */
export const history = {
  none: 'No interviews yet. viva interview holds the first.',
  head: (n: number, date: string) => `Interview ${n} · ${date}`,
  columns: {
    n: 'no.',
    date: 'begun',
    questions: 'questions',
    time: 'time',
    coverage: 'key points',
    recall: 'good',
    topics: 'topics',
  },
  planned: (n: number, all: number) => `${n} of ${all}`,
  coverage: (percent: string) => `key points ${percent}`,
  recall: (percent: string) => `good or easy ${percent}`,
  unfinished: 'not finished',
  leftEarly: 'left early',
  total: (n: number) => `${count(n, 'interview')}. viva history <no.> shows one.`,
  trend: 'Trend',
  course: (from: string, to: string, direction: keyof typeof ways) =>
    `${from} to ${to}, ${ways[direction]}`,
}

export function noSuchInterview(count: number): FaultText {
  return count === 0
    ? { message: 'There is no past interview.', hint: 'viva interview holds the first.' }
    : {
        message: `There is no such interview; they are numbered from 1 to ${count}.`,
        hint: 'viva history lists them; last is the latest.',
      }
}

export function reportFormat(path: string): FaultText {
  return {
    message: `A report cannot be written as ${path}.`,
    hint: 'Name a file that ends in .md, .html or .pdf.',
  }
}
