import type { Grade } from '../../schedule/schedule.ts'
import { count } from '../count.ts'
import { boxes } from './boxes.ts'
import { commands, options } from './commands.ts'
import { exporting } from './export.ts'
import { fault, problem } from './faults.ts'
import { help } from './help.ts'
import { history, report } from './history.ts'
import { importing } from './importing.ts'
import { interview } from './interview.ts'
import { keeping } from './keeping.ts'
import { library } from './libraries.ts'
import { paper } from './paper.ts'
import { plan, planOptions } from './plan.ts'
import { planning } from './planning.ts'
import { points } from './points.ts'
import { progress } from './progress.ts'
import { home, review, standing } from './review.ts'
import { search } from './search.ts'
import { suspicious } from './suspicions.ts'
import { sync } from './sync.ts'
import { tune } from './tune.ts'

const grade: Readonly<Record<Grade, string>> = {
  again: 'again',
  hard: 'hard',
  good: 'good',
  easy: 'easy',
}

/** Every word that a person reads, in English. */
export const en = {
  help,
  commands,
  options: { ...options, ...planOptions },
  usage: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Options of every command:',
    commands: 'Commands:',
    examples: 'Examples',
    groups: {
      practice: 'Practise',
      finding: 'Find and read',
      grading: 'One card',
      past: 'What was done',
      libraries: 'Your notes',
      keeping: 'Keep and set',
    },
    usual: (value: string) => `(default: ${value})`,
    bare: 'viva alone shows what is due, and a menu that leads everywhere.',
    topics: (names: string) => `viva help <topic>: ${names}.`,
    hint: (command: string) => `See ${command} --help.`,
    unknownOption: (option: string) => `There is no option ${option}.`,
    unknownCommand: (command: string) => `There is no command ${command}.`,
    missingArgument: (name: string) => `The argument <${name}> is missing.`,
    missingValue: (option: string) => `The option ${option} needs a value.`,
    conflictingOptions: (one: string, other: string) =>
      `${one} does not go together with ${other}.`,
    tooManyArguments: () => 'There are more arguments than this command takes.',
    badValue: (value: string, option: string) => `${value} is no value for ${option}.`,
    didYouMean: (name: string) => `Did you mean ${name}?`,
    allowed: (values: string) => `Allowed: ${values}.`,
  },
  reading: (done: number, all: number) => `Reading notes: ${done} of ${all} files`,
  error: (text: string) => `error: ${text}`,
  warning: (text: string) => `warning: ${text}`,
  grade,
  act: {
    review: 'review',
    suspend: 'suspended',
    unsuspend: 'let in again',
    bury: 'buried',
    anchor: 'taken over',
  },
  menuKeys: '↑ ↓ move · Enter choose',
  levels: { junior: 'junior', mid: 'mid', senior: 'senior' },
  list: {
    cards: (n: number) => count(n, 'card'),
    unanswered: (n: number) => `${n} without an answer`,
    noAnswer: 'no answer yet',
  },
  show: {
    bundledFile:
      'This file is of the bundled bank: the next version of viva replaces what you change in it.',
    answer: 'Model answer',
    noAnswer: 'These notes hold no answer to this question.',
    keyPoints: 'Key points',
    followUps: 'Follow-ups',
    ownWays: 'As you said it (viva note removes them)',
    picture: (name: string) => (name === '' ? '[image]' : `[image: ${name}]`),
    drawing: (name: string) => `${name} diagram`,
  },
  search,
  plan,
  planning,
  points,
  paper,
  boxes,
  library,
  check: {
    file: (cards: number, open: number) =>
      open === 0 ? count(cards, 'card') : `${count(cards, 'card')}, ${open} without an answer`,
    noCards: 'no questions found',
    shape: (name: string, line: number) => (line > 1 ? `from line ${line}: ${name}` : name),
    asking: (asking: number, all: number) => `${asking} of ${all} read like questions`,
    own: (share: number) => `${share}% have text of their own`,
    run: 'their numbers run on',
    listed: 'the contents name them',
    weighed: {
      part: (line: number) =>
        line > 1 ? `weighed for the part from line ${line}:` : 'weighed for the whole file:',
      is: {
        chosen: 'chosen',
        possible: 'possible',
        'too-little': 'too little speaks for it',
      },
      terms: {
        wording: 'wording',
        own: 'text below',
        run: 'run of numbers',
        listed: 'in the contents',
        bonus: 'form',
        repeated: 'repeats',
        left: 'left out',
      },
      leaves: (n: number, lines: readonly number[]) =>
        `leaves ${n} that ${n === 1 ? 'asks' : 'ask'}: line ${lines.join(', ')}${n > lines.length ? ' …' : ''}`,
    },
    ignored: (title: string, why: string) => `ignored “${title}”: ${why}`,
    why: {
      apparatus: 'contents, references or the like',
      introduction: 'stands before the first question',
      'no-question': 'nothing in it reads like a question',
    },
    duplicate: { same: 'the same card as', question: 'the same question as', near: 'nearly' },
    image: (path: string) => `no picture at ${path}`,
    openFence: 'a code fence that never closes',
    suspicious,
    moreSuspicious: (more: number) => `and ${more} more; viva check names them`,
    total: (files: number, cards: number, open: number) =>
      `${count(files, 'file')}, ${count(cards, 'card')}, ${open} without an answer`,
  },
  editorLeft: (path: string) => `What an editor left of your text before is kept in ${path}`,
  log: {
    none: 'No reviews yet. viva interview makes the first.',
    damaged: (n: number) =>
      `${count(n, 'line')} of the journal could not be read; kept as ${n === 1 ? 'it is' : 'they are'}.`,
    newer: (n: number) => `${count(n, 'record')} of a newer version of viva; kept, not shown.`,
    ahead: (n: number) =>
      `${count(n, 'record')} made while the clock was ahead; not counted yet, see viva doctor.`,
    gone: '(not in this library)',
  },
  relink: {
    pair: (i: number, n: number) => `${i} of ${n}`,
    alike: (percent: number) => `${percent}% alike`,
    was: 'a card that is gone',
    is: 'a card that is new',
    ask: 'Are they one card, so that its history goes on?',
    keys: 'y yes · n no, two cards · s later · Ctrl-C leave (a line :leave)',
    verdict: {
      same: 'One card · saved',
      other: 'Two cards · saved',
      later: 'Not decided; viva relink asks again.',
    },
    done: 'All done. viva relink --undo takes the last answer back.',
    none: 'Nothing to settle: every edited card was recognised, or is new for certain.',
    nothingSaid: 'No answer was given that could be taken back.',
    tookBack: {
      link: (question: string) => `Taken back: “${question}” is no longer joined to an older card.`,
      unlink: (question: string) => `Taken back: it is open again what “${question}” was before.`,
    },
    apart: (question: string) => `“${question}” is a card of its own now.`,
    never: (question: string) => `“${question}” was never joined to another card.`,
    notKept: (folder: string, reason: string) =>
      `Cards may not be recognised after the next edit: ${folder} cannot be read or written (${reason}).`,
  },
  config: {
    unset: (key: string, usual: string | undefined) =>
      usual === undefined ? `${key} is not set` : `${key} = ${usual} (default)`,
    means: {
      language: 'language of the program: en or zh',
      'practice-language': 'language you are asked in: en, zh or mixed',
      questions: 'questions of an interview',
      seconds: 'time for each question; else each has its own',
      mode: 'type answers, or only think them',
      newlines: 'line ends in notes: keep them, or join the lines',
      date: 'the day of the interview',
      plan: 'whether reviews follow a plan until that day (on, off)',
      minutes: 'minutes a day, for the plan',
      dayStart: 'when a study day begins',
      new: 'new cards a day',
      reviews: 'other cards a day, at most',
      retention: 'the recall at which a card is due',
      learn: 'whether what you tick by hand teaches your way of saying it (on, off)',
      autosync: 'viva sync in the background after a sitting (on, off)',
      parameters: 'of FSRS; viva config tune fits them',
    },
    set: (key: string, value: string) => `${key} = ${value}`,
    reset: (key: string) => `${key} is back to its default.`,
    broken: (path: string, reason: string) =>
      `The settings in ${path} could not all be read (${reason}); defaults are used.`,
  },
  interview,
  report,
  history,
  progress,
  exporting,
  keeping,
  importing,
  review,
  standing,
  home,
  sync,
  tune,
  fault,
  problem,
  bug: (message: string) => `This is a bug in viva: ${message}`,
  bugHint: 'VIVA_DEBUG=1 shows where. Everything said to be saved is saved.',
}

export type Messages = typeof en
