import type { Problem } from '../cards/card.ts'
import type { Fault, Said } from '../errors.ts'
import type { Grade } from '../schedule/schedule.ts'

const grade: Readonly<Record<Grade, string>> = {
  again: 'again',
  hard: 'hard',
  good: 'good',
  easy: 'easy',
}

/** A count and its noun: `1 card`, `2 cards`. */
function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

/** Every word that a person reads, in English. */
export const en = {
  commands: {
    viva: 'A mock interviewer for the terminal, on the Markdown notes you already have.',
    interview: 'sit a timed mock interview',
    list: 'list the cards of a library',
    show: 'show one card: question, model answer, key points',
    search: 'find cards by words',
    log: 'every review ever made',
    check: 'say what was found in each file, what was ignored and why',
    library: 'where cards come from',
    libraryAdd: 'read these folders or files from now on',
    libraryList: 'the libraries added',
    libraryRemove: 'forget these; notes and grades stay',
    config: 'show or change settings',
    configGet: 'print one setting',
    configSet: 'change one setting; an empty value takes it back to its default',
    help: 'show help for a command',
  },
  options: {
    questions: 'how many questions to ask',
    minutes: 'time for the whole interview',
    seconds: 'time for each question',
    topic: 'only cards with this word in a topic (repeatable)',
    tag: 'only cards with this tag (repeatable)',
    level: 'only cards of this level: junior, mid or senior (repeatable)',
    unanswered: 'only cards without a model answer',
    mode: 'type your answer, or only think it: type | think',
    seed: 'draw the same questions again',
    library: 'read this folder or file instead of the bundled bank (repeatable)',
    json: 'print JSON on stdout',
    limit: 'at most so many hits',
    lang: 'language of the program: en | zh',
    plain: 'no colours, no redrawing, input line by line (for screen readers)',
    colour: 'colours even where none are expected',
    noColour: 'no colours',
    version: 'print the version',
    help: 'show help',
    shape: 'what a question looks like there, such as heading-3 (repeatable; see viva check)',
    card: 'an id, the start of one, file:line, or words of the question',
  },
  usage: {
    usage: 'Usage:',
    arguments: 'Arguments:',
    options: 'Options:',
    globalOptions: 'Options of every command:',
    commands: 'Commands:',
    examples: 'Examples:',
    hint: (command: string) => `See ${command} --help.`,
    unknownOption: (option: string) => `There is no option ${option}.`,
    unknownCommand: (command: string) => `There is no command ${command}.`,
    missingArgument: (name: string) => `The argument <${name}> is missing.`,
    missingValue: (option: string) => `The option ${option} needs a value.`,
    tooManyArguments: () => 'There are more arguments than this command takes.',
    badValue: (value: string, option: string) => `${value} is no value for ${option}.`,
    didYouMean: (name: string) => `Did you mean ${name}?`,
    allowed: (values: string) => `Allowed: ${values}.`,
  },
  reading: (done: number, all: number) => `Reading notes: ${done} of ${all} files`,
  error: (text: string) => `error: ${text}`,
  warning: (text: string) => `warning: ${text}`,
  grade,
  gradeKeys: '1 again · 2 hard · 3 good · 4 easy',
  menuKeys: '↑ ↓ move · Enter choose',
  levels: { junior: 'junior', mid: 'mid', senior: 'senior' },
  list: {
    cards: (n: number) => count(n, 'card'),
    unanswered: (n: number) => `${n} without an answer`,
    noAnswer: 'no answer yet',
  },
  show: {
    answer: 'Model answer',
    noAnswer: 'These notes hold no answer to this question.',
    keyPoints: 'Key points',
    followUps: 'Follow-ups',
    picture: (name: string) => (name === '' ? '[image]' : `[image: ${name}]`),
  },
  search: {
    none: (words: string) => `Nothing found for “${words}”.`,
    nearest: 'The nearest:',
    hits: (n: number) => count(n, 'hit'),
  },
  library: {
    none: 'No library was added; the bundled bank is read. Add one: viva library add <path>',
    added: (path: string, cards: number) => `Added ${path}: ${count(cards, 'card')}.`,
    removed: (path: string) => `${path} is no longer read.`,
  },
  check: {
    file: (cards: number, open: number) =>
      open === 0 ? count(cards, 'card') : `${count(cards, 'card')}, ${open} without an answer`,
    noCards: 'no questions found',
    shape: (name: string, line: number) => (line > 1 ? `from line ${line}: ${name}` : name),
    asking: (asking: number, all: number) => `${asking} of ${all} read like questions`,
    own: (share: number) => `${share} % have text of their own`,
    run: 'their numbers run on',
    listed: 'the contents name them',
    ignored: (title: string, why: string) => `ignored “${title}”: ${why}`,
    why: {
      apparatus: 'contents, references or the like',
      introduction: 'stands before the first question',
      'no-question': 'nothing in it reads like a question',
    },
    duplicate: { same: 'the same card as', question: 'the same question as', near: 'nearly' },
    image: (path: string) => `no picture at ${path}`,
    openFence: 'a code fence that never closes',
    suspicious: {
      long: 'an answer of over 300 lines: does it hold other questions?',
      'asks-inside': 'an answer with three or more headings that ask: is each a question?',
    },
    total: (files: number, cards: number, open: number) =>
      `${count(files, 'file')}, ${count(cards, 'card')}, ${open} without an answer`,
  },
  log: {
    none: 'No reviews yet. viva interview makes the first.',
    damaged: (n: number) =>
      `${count(n, 'line')} of the journal could not be read; kept as they are.`,
    newer: (n: number) => `${count(n, 'record')} of a newer version of viva; kept, not shown.`,
    gone: '(not in this library)',
  },
  config: {
    default: 'default',
    set: (key: string, value: string) => `${key} = ${value}`,
    reset: (key: string) => `${key} is back to its default.`,
    broken: (path: string, reason: string) =>
      `The settings in ${path} could not all be read (${reason}); defaults are used.`,
  },
  interview: {
    askQuestions: 'How many questions?',
    askMode: 'How do you want to answer?',
    askTopic: 'About what?',
    everything: (n: number) => `everything (${count(n, 'card')})`,
    topicChoice: (topic: string, n: number) => `${topic} (${n})`,
    questionsChoice: (n: number) => count(n, 'question'),
    modeType: 'type the answer',
    modeThink: 'only think it, then compare',
    intro: (n: number, each: string, seed: string) =>
      `Mock interview: ${count(n, 'question')}, ${each} each. The same questions again: --seed ${seed}`,
    fewCards: (n: number) => `Only ${count(n, 'card')} fit, so it will end before its time.`,
    question: (i: number, n: number) => `Question ${i} of ${n}`,
    placeholder: 'your answer …',
    left: (left: string, given: string) => `${left} of ${given} left`,
    paused: 'paused: Ctrl-P or any text goes on',
    hint: (i: number, point: string) => `Hint ${i}: ${point}`,
    noHints: 'There are no key points to hint at.',
    typeKeys: 'Ctrl-D submit · Ctrl-T hint · Ctrl-P pause · Ctrl-X skip · F1 keys',
    thinkKeys: 'Space reveal · Ctrl-T hint · Ctrl-P pause · Ctrl-X skip · F1 keys',
    typeHelp: [
      'Enter    new line           Ctrl-D  submit',
      'Ctrl-T   hint: a key point  Ctrl-P  pause',
      'Ctrl-X   skip the question  Ctrl-G  open $EDITOR',
      'Ctrl-C   leave, all graded answers are kept',
      'arrows, Home, End, Ctrl-W, Ctrl-U, Ctrl-K as in a shell',
    ],
    thinkHelp: [
      'Space, Enter  reveal        Ctrl-T  hint: a key point',
      'Ctrl-P   pause              Ctrl-X  skip the question',
      'Ctrl-C   leave, all graded answers are kept',
    ],
    gradeHelp: [
      '1 again   could not answer, or wrongly',
      '2 hard    the gist, with gaps or much effort',
      '3 good    what a good answer needs',
      '4 easy    complete, without effort',
      'arrows and Space tick key points · u takes back the last grade',
      'Ctrl-C   leave, all graded answers are kept',
    ],
    lineHelp: {
      type: 'Commands on a line of their own: . submit  :hint :pause :skip :edit :help :leave',
      think: 'An empty line reveals. Commands: :hint :pause :skip :help :leave',
      grade: 'A number grades; +2 ticks key point 2; u takes back the last grade; :leave leaves.',
    },
    anyKey: 'F1 back',
    timeUp: 'Time is up.',
    skipped: 'Skipped.',
    yourAnswer: (used: string, given: string) => `Your answer (${used} of ${given})`,
    noTyped: 'You wrote nothing.',
    thought: (used: string, given: string) => `You thought for ${used} of ${given}.`,
    tellLeft: (left: string) => `${left} left.`,
    tellPaused: 'Paused. :pause goes on.',
    tellResumed: (left: string) => `Going on, ${left} left.`,
    gradePrompt: 'How was it?',
    proposed: (name: string) => `the ticks speak for: ${name}`,
    undoKey: 'u undo',
    helpKey: '? keys',
    tickKey: 'Space tick',
    graded: (name: string) => `${name} · saved`,
    tookBack: 'Taken back. Grade it once more:',
    notSavedRetry: 'r tries again · Ctrl-C leaves',
    missed: (point: string) => `missed: ${point}`,
  },
  report: {
    title: (n: number, used: string, given: string) =>
      `The interview is over: ${count(n, 'question')}, ${used} of ${given}.`,
    leftEarly: 'You left early; everything graded so far is kept.',
    nothing: 'No question was answered.',
    byTopic: 'By topic',
    noTopic: 'without a topic',
    questions: (n: number) => count(n, 'question'),
    ungraded: 'not graded',
    skipped: 'skipped',
    review: 'Worth another look',
    allGood: 'Nothing was hard today. Come back for it all the same.',
    saved: (n: number) => `${count(n, 'grade')} saved; see viva log.`,
  },
  fault(fault: Fault): Said {
    switch (fault.code) {
      case 'library-missing':
        return {
          message: `There is no library at ${fault.path}.`,
          hint: 'Name a folder or a Markdown file with --library.',
        }
      case 'library-not-readable':
        return {
          message: `The library at ${fault.path} cannot be read (${fault.reason}).`,
          hint: 'It must be a folder or a file that you may read.',
        }
      case 'library-not-added':
        return {
          message: `${fault.path} was not added.`,
          hint: 'viva library list shows what was.',
        }
      case 'shape-unknown':
        return {
          message: `${fault.name} is no shape of a question.`,
          hint: 'viva check shows the shapes of your files, such as heading-3 or ordered-bold.',
        }
      case 'no-cards':
        return {
          message: `No question was found in ${fault.path}.`,
          hint: 'Headings that ask something become cards: ## What is a closure?',
        }
      case 'nothing-matches':
        return {
          message: 'No card fits these filters.',
          hint: 'viva list shows all cards with their topics.',
        }
      case 'card-missing':
        return {
          message: `No card is called “${fault.words}”.`,
          hint: 'Name an id (viva list), the start of one, file:line, or words of the question.',
        }
      case 'card-ambiguous':
        return {
          message: `“${fault.words}” fits ${count(fault.candidates.length, 'card')}.`,
          hint: 'Say it by id:',
        }
      case 'not-saved':
        return {
          message: `NOT saved: nothing could be written to ${fault.path} (${fault.reason}).`,
          hint: 'Make room or set VIVA_HOME to a folder that can be written.',
        }
      case 'journal-not-readable':
        return {
          message: `The grades in ${fault.path} cannot be read (${fault.reason}).`,
          hint: 'It must be a file that you may read; VIVA_HOME says where it is looked for.',
        }
      case 'no-terminal':
        return {
          message: `viva ${fault.command} asks questions and needs a terminal at both ends.`,
          hint: 'Run it in a terminal, not in a pipe.',
        }
      case 'clock-invalid':
        return {
          message: `VIVA_NOW is no time: ${fault.value}`,
          hint: 'Write it as 2026-03-09T20:00:00+08:00, or unset it.',
        }
      case 'setting-unknown':
        return {
          message: `There is no setting ${fault.key}.`,
          hint: `Settings: ${fault.known.join(', ')}.`,
        }
      case 'setting-invalid':
        return {
          message: `${fault.value} is no value for ${fault.key}.`,
          hint: `Allowed: ${fault.allowed}.`,
        }
      case 'settings-not-saved':
        return {
          message: `NOT saved: the settings in ${fault.path} could not be written (${fault.reason}).`,
          hint: 'Make room or set VIVA_HOME to a folder that can be written.',
        }
      case 'output-failed':
        return {
          message: `The output could not be written to its end (${fault.reason}).`,
          hint: 'Is there room where it goes?',
        }
      case 'editor-failed':
        return {
          message: `The editor ${fault.editor} failed (${fault.reason}). Your text is as it was.`,
          hint: 'Set EDITOR to an editor of yours.',
        }
    }
  },
  problem(problem: Problem): string {
    switch (problem.code) {
      case 'front-matter-code':
        return `the head is written in ${problem.language} and was not run; only YAML is read`
      case 'front-matter-invalid':
        return `the head is not valid YAML and was left out (${problem.reason})`
      case 'front-matter-too-large':
        return 'the head is larger than 64 KB and was left out'
      case 'front-matter-key':
        return `the value of ${problem.key} in the head is of the wrong kind and was left out`
      case 'mark-invalid':
        return `“${problem.value}” is no value for <!-- ${problem.mark}: … -->`
      case 'overrides-invalid':
        return `not valid YAML, so nothing in it counts (${problem.reason})`
      case 'overrides-key':
        return `“${problem.key}” is no key or has a value of the wrong kind; left out`
      case 'id-twice':
        return `the id ${problem.id} stands already at ${problem.first.file}:${problem.first.line}`
      case 'file-too-large':
        return `larger than 8 MB (${problem.bytes} bytes) and was not read`
      case 'file-encoding':
        return problem.encoding === '?'
          ? 'neither UTF-8 nor any encoding that viva knows; not read'
          : `not UTF-8; read as ${problem.encoding}`
      case 'file-unreadable':
        return `could not be read (${problem.reason})`
      case 'file-binary':
        return 'holds binary data; not read'
      case 'file-no-file':
        return 'is a pipe or a device, not a file; not read'
      case 'file-outside':
        return 'a link that leads out of the library; not followed'
      case 'file-changing':
        return 'changed while it was read; left out this time'
      case 'line-too-long':
        return 'a line of over 20 KB; only its beginning counts'
      case 'nesting-too-deep':
        return 'lists nested over 32 deep; taken as plain text from there'
      case 'file-too-hard':
        return 'could not be taken apart in two seconds; not read'
      case 'folder-unreadable':
        return `the folder could not be read (${problem.reason})`
    }
  },
  bug: (message: string) => `This is a bug in viva: ${message}`,
  bugHint: 'VIVA_DEBUG=1 shows where. Everything said to be saved is saved.',
}

export type Messages = typeof en
