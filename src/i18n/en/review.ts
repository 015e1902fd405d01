import { count } from '../count.ts'

const day = (n: number) => count(n, 'day')

/** The daily review, the home screen, and what is said of single cards, in English. */
export const review = {
  head: (done: number, all: number) => `${done} of ${all}`,
  minutesLeft: (minutes: number) => `about ${minutes} min left`,
  kind: { due: '', new: 'new', cram: 'cram' },
  again: 'once more',
  thinkKeys: 'Space reveal · t type · s skip · b bury · x suspend · ? keys',
  typeKeys: 'Ctrl-D reveal · Ctrl-G $EDITOR · Ctrl-X skip · F1 keys',
  gradeKeys: 'b bury · x suspend · e edit',
  placeholder: 'your answer …',
  recallHelp: [
    'Space, Enter  show the answer    t  type an answer first',
    's  skip in this run              b  bury until tomorrow',
    'x  suspend for good              u  take back the last grade',
    'e  open the note in $EDITOR      n  write a note of your own',
    'q, Ctrl-C  leave, everything graded is kept',
  ],
  typeHelp: [
    'Enter    new line           Ctrl-D  show the answer',
    'Ctrl-G   open $EDITOR       Ctrl-X  skip',
    'Ctrl-C   leave, everything graded is kept',
  ],
  actHelp: [
    's skip · b bury until tomorrow · x suspend for good',
    'e open the note in $EDITOR · n write a note of your own',
    't show it in the other language · q leave',
  ],
  lineHelp: {
    recall:
      'An empty line shows the answer; or type one, and . on a line of its own. Commands: :undo :skip :bury :suspend :edit :note :quit :help',
    type: 'A line with . alone shows the answer.',
    grade:
      'A number grades. Commands: +2 ticks key point 2, :undo :skip :bury :suspend :edit :note :quit :help',
  },
  interval: (days: number) => {
    if (days < 31) return `${days}d`
    return days < 365 ? `${(days / 30.4).toFixed(1)}mo` : `${(days / 365.25).toFixed(1)}y`
  },
  yourAnswer: 'Your answer',
  ownNote: 'Your note',
  graded: (grade: string, days: number) =>
    days === 0 ? `${grade} · saved` : `${grade} · saved · again in ${day(days)}`,
  gradedCram: (grade: string) => `${grade} · saved, the schedule stays as it is`,
  skipped: 'Skipped for now.',
  buried: 'Buried until tomorrow · saved',
  suspended: (id: string) => `Suspended · saved · back with viva unsuspend ${id}`,
  undone: 'Taken back.',
  changed: 'The note was read again.',
  gone: 'The card is no longer in the note; going on with the text from before.',
  nothingDue: 'Nothing is due.',
  nextDue: (n: number, days: number, date: string) =>
    `The next ${n === 1 ? 'card comes' : `${n} cards come`} ${days === 1 ? 'tomorrow' : `in ${day(days)}`}, on ${date}.`,
  nothingYet: 'No card of this library was reviewed yet.',
  aheadHint: (days: number) => `viva review --ahead ${days} asks them now.`,
  heldBack: (due: number, fresh: number, more: number) => [
    ...(due > 0
      ? [
          `${count(due, 'due card')} held back for today; viva config set reviews <n> changes how many`,
        ]
      : []),
    ...(fresh > 0
      ? [`${count(fresh, 'new card')} for other days; more today: viva review --new ${more}`]
      : []),
  ],
  intro: (due: number, fresh: number, minutes: number) =>
    `Review: ${count(due, 'card')} due, ${fresh} new, about ${minutes} min.`,
  introCram: (n: number) => `Cram: ${count(n, 'card')}; the schedule stays as it is.`,
  over: (n: number, time: string) => `Review over: ${count(n, 'card')} in ${time}.`,
  nothingDone: 'Nothing was graded.',
  leftEarly: (n: number) => `${count(n, 'card')} left for later; everything graded is kept.`,
  timeUp: (n: number) => `The minutes are used up; ${count(n, 'card')} left for later.`,
  recalled: (recalled: number, all: number, percent: number) =>
    `Recalled ${recalled} of ${all} (${percent}%)`,
  met: (n: number) => `${count(n, 'new card')}`,
  load: (tomorrow: number, week: number) => `Tomorrow ${tomorrow} due, ${week} within a week.`,
  undoHint: 'viva undo takes back the last grade.',
  failed: 'Missed in this run',
  leeches: 'Leeches: failed six times and more. Rewrite the note, or suspend them.',
  rated: (grade: string, date: string, days: number) =>
    `${grade} · saved · next on ${date} (in ${day(days)})`,
  undoneReview: (grade: string, time: string) => `Taken back: ${grade} of ${time}`,
  undoneAct: {
    suspend: 'Let in again',
    unsuspend: 'Suspended again',
    bury: 'No longer buried',
    anchor: 'No longer as another program had it',
  },
  nothingToUndo: 'There is nothing to take back.',
  setAside: {
    suspend: 'Suspended · saved',
    unsuspend: 'Let in again · saved',
    bury: 'Buried until tomorrow · saved',
  },
  asItIs: {
    suspend: 'It is suspended already; nothing was changed.',
    unsuspend: 'It is not kept out; nothing was changed.',
  },
  noteSaved: (path: string) => `Your note is in ${path}`,
  noteOther: (path: string) =>
    `Another text of it, from another machine or an older copy, is in ${path}`,
  noteUnchanged: 'Your note is as it was.',
}

export const standing = {
  new: 'new',
  learning: 'learning',
  review: 'learnt',
  relearning: 'forgotten',
  suspended: 'suspended',
  buried: 'buried until tomorrow',
  due: (date: string) => `due ${date}`,
  reps: (n: number) => count(n, 'review'),
  lapses: (n: number) => count(n, 'lapse'),
  recall: (percent: number) => `recall now ${percent}%`,
  history: 'Your reviews',
  more: (n: number) => `… and ${n} before; see viva log`,
}

export const home = {
  due: (due: number, fresh: number) =>
    due + fresh === 0 ? 'Nothing is due today' : `Today: ${due} due, ${fresh} new`,
  streak: (days: number) => `${day(days)} in a row`,
  interview: (days: number, date: string) => {
    if (days === 0) return `The interview is today (${date}).`
    return days > 0
      ? `${day(days)} to the interview (${date}).`
      : `The interview was ${day(-days)} ago (${date}).`
  },
  weakest: (topic: string, percent: number) => `Weakest topic: ${topic} (recall ${percent}%)`,
  cards: (n: number, libraries: number) =>
    libraries === 0
      ? `${count(n, 'card')} of the bundled bank; add your notes: viva library add <path>`
      : `${count(n, 'card')} in ${count(libraries, 'library', 'libraries')}`,
  unread: (text: string) => `The notes could not be read: ${text}`,
  commands: 'viva --help shows all commands.',
  ask: 'What now?',
  menu: {
    review: (due: number, fresh: number) => `review today's cards (${due} due, ${fresh} new)`,
    resume: 'go on with the unfinished interview',
    interview: 'sit a mock interview',
    search: 'search the notes',
    plan: 'see the plan until the interview',
    stats: 'see how you get on',
    topics: 'see topics and how they stand',
    list: 'list the cards',
    log: 'see past reviews',
    history: 'see past interviews',
    undo: 'take back the last review',
    check: 'check what was found in the notes',
    library: 'add a folder of notes',
    export: 'print the cards as a PDF, or write another kind of file',
    date: "set the interview's day",
    relink: 'settle cards that were edited beyond recognition',
    doctor: 'check what viva keeps',
    sync: 'sync with your other machines',
    backup: 'make a backup',
    config: 'show the settings',
    help: 'show all commands',
    more: 'more …',
    back: 'back',
    discard: 'discard the unfinished interview (saved grades stay)',
    quit: 'quit',
  },
  back: 'Enter back to the menu · Ctrl-C quit',
  askPath: 'Folder, Markdown file or address of a git repository',
  askFile: 'File to write (.pdf .html .md .csv .apkg)',
  askDate: 'Day of the interview (2026-12-01; empty: none)',
}
