import { type Answered, type Asking, answeredNow, draftColumns } from './asking.ts'
import { type Choosable, pickedBy, pickedInLine } from './choosing.ts'
import { draftOf, edited, editOfKey, insert, textOf } from './draft.ts'
import { type Heard, plainKey, type Step } from './heard.ts'

/** What a question makes of something heard. Time that is up ends it with the text that is there. */
export function hearAnswer(before: Asking, heard: Heard): Step<Asking, Answered> {
  const state = timed(before, heard.at)
  const step = heardInTime(state, heard)
  const isUp = !state.soft && state.usedMs >= state.limitMs
  if (!isUp || step.kind === 'done') return step
  return ended({ ...step.state, usedMs: state.limitMs }, 'time-up')
}

function timed(state: Asking, at: number): Asking {
  const passed = Math.max(0, at - (state.heardAt ?? at))
  const { usedMs, pausedMs } = state
  if (state.paused) return { ...state, pausedMs: pausedMs + passed, heardAt: at }
  return { ...state, usedMs: usedMs + passed, heardAt: at }
}

function heardInTime(state: Asking, heard: Heard): Step<Asking, Answered> {
  switch (heard.kind) {
    case 'tick':
      return on(state)
    case 'edited':
      return on({ ...state, draft: draftOf(heard.text.replace(/\n+$/, '')) })
    case 'text':
      return heardText(state, heard.text)
    case 'line':
      return heardLine(state, heard.text)
    case 'key':
      return heardKey(state, heard.name, heard.columns)
  }
}

function heardText(state: Asking, text: string): Step<Asking, Answered> {
  const { choices } = state.subject
  const isSpace = plainKey(text) === ' '
  if (endsBySpace(state) && isSpace) return heardSpace(state)
  if (choices !== undefined) return heardLetters(state, choices, text)
  if (state.mode === 'think') return on(state)
  const draft = insert(state.draft, text)
  const firstTypedMs = state.firstTypedMs ?? state.usedMs
  const typedAtMs = state.usedMs
  return on({ ...state, draft, firstTypedMs, typedAtMs, paused: false, help: false })
}

function heardKey(state: Asking, name: string, columns: number): Step<Asking, Answered> {
  if (name === 'f1') return on({ ...state, help: !state.help })
  const command = commandKeys[name]
  if (command !== undefined) return obeyed(state, command)
  if (endsBySpace(state)) return name === 'enter' ? resumedOr(state, submitted) : on(state)
  if (name === 'enter' || name === 'alt-enter') return heardText(state, '\n')
  const edit = editOfKey(name)
  if (edit === undefined) return on(state)
  return on({ ...state, draft: edited(state.draft, edit, draftColumns(columns)), help: false })
}

/** Whether there is no text that a space could belong to. */
function endsBySpace({ mode, subject }: Asking): boolean {
  return mode === 'think' || subject.choices !== undefined
}

// After words that chose nothing a space is most likely one of theirs.
function heardSpace(state: Asking): Step<Asking, Answered> {
  return resumedOr(state, (now) => (now.strays > 0 ? on(strayed(now)) : submitted(now)))
}

function resumedOr(
  state: Asking,
  act: (state: Asking) => Step<Asking, Answered>,
): Step<Asking, Answered> {
  return state.paused ? on({ ...state, paused: false }) : act(state)
}

function heardLetters(state: Asking, from: Choosable, text: string): Step<Asking, Answered> {
  const picked = pickedBy(from, state.picked, text)
  const now = { ...state, paused: false, help: false }
  if (picked === undefined) return on(strayed(now))
  return on({ ...now, picked, strays: 0, firstTypedMs: state.firstTypedMs ?? state.usedMs })
}

function heardChoice(state: Asking, from: Choosable, line: string): Step<Asking, Answered> {
  if (line.trim() === '') return resumedOr(state, submitted)
  const picked = pickedInLine(from, line)
  return picked === '' ? on(strayed(state)) : ended({ ...state, picked }, 'answered')
}

function strayed(state: Asking): Asking {
  return { ...state, strays: state.strays + 1 }
}

// Who chose nothing has not answered: that would be a wrong answer which nobody gave.
function submitted(state: Asking): Step<Asking, Answered> {
  const isEmpty = state.subject.choices !== undefined && state.picked === ''
  return isEmpty ? on(strayed(state)) : ended(state, 'answered')
}

type Command = 'submit' | 'pause' | 'hint' | 'skip' | 'edit' | 'help' | 'leave'

const commandKeys: Readonly<Record<string, Command>> = {
  'ctrl-d': 'submit',
  'ctrl-p': 'pause',
  'ctrl-t': 'hint',
  'ctrl-x': 'skip',
  'ctrl-g': 'edit',
  'ctrl-c': 'leave',
}

/** What each command is called where the terminal is read line by line. */
const lineCommands: Readonly<Record<string, Command>> = {
  '.': 'submit',
  ':pause': 'pause',
  ':hint': 'hint',
  ':skip': 'skip',
  ':edit': 'edit',
  ':help': 'help',
  ':leave': 'leave',
}

function heardLine(state: Asking, line: string): Step<Asking, Answered> {
  const command = lineCommands[plainKey(line.trim())]
  if (command !== undefined) return obeyed(state, command)
  const { choices } = state.subject
  if (choices !== undefined) return heardChoice(state, choices, line)
  if (state.mode === 'think') return line.trim() === '' ? resumedOr(state, submitted) : on(state)
  const firstTypedMs = state.firstTypedMs ?? state.usedMs
  return on({ ...state, draft: insert(state.draft, `${line}\n`), firstTypedMs, paused: false })
}

function obeyed(state: Asking, command: Command): Step<Asking, Answered> {
  switch (command) {
    case 'submit':
      return submitted(state)
    case 'skip':
      return ended(state, 'skipped')
    case 'leave':
      return ended(state, 'left')
    case 'pause':
      return on({ ...state, paused: !state.paused })
    case 'help':
      return on({ ...state, help: !state.help })
    case 'hint':
      return on({ ...state, hints: Math.min(state.hints + 1, mostHints(state)) })
    case 'edit':
      if (endsBySpace(state)) return on(state)
      return { kind: 'edit', state, text: textOf(state.draft) }
  }
}

// Where there is nothing to give away, one request stands for being told so.
function mostHints({ subject }: Asking): number {
  return Math.max(1, subject.hints.length)
}

function on(state: Asking): Step<Asking, Answered> {
  return { kind: 'on', state }
}

function ended(state: Asking, how: Answered['ended']): Step<Asking, Answered> {
  return { kind: 'done', result: answeredNow(state, how) }
}
