import { draftOf, edited, editOfKey, insert, textOf } from '../draft/draft.ts'
import { draftColumns } from '../draft/rows.ts'
import { type Heard, plainKey, type Reaction } from '../screen.ts'
import { type Choosable, pickedBy, pickedInLine } from './choosing.ts'
import { type Answered, type AnswerState, answeredNow } from './state.ts'

/** What a question makes of something heard. Time that is up ends it with the text that is there. */
export function hearAnswer(before: AnswerState, heard: Heard): Reaction<AnswerState, Answered> {
  const state = timed(before, heard.at)
  const reaction = heardInTime(state, heard)
  const isUp = !state.soft && state.usedMs >= state.limitMs
  if (!isUp || reaction.kind === 'done') return reaction
  return ended({ ...reaction.state, usedMs: state.limitMs }, 'time-up')
}

function timed(state: AnswerState, at: number): AnswerState {
  const passed = Math.max(0, at - (state.heardAt ?? at))
  const { usedMs, pausedMs } = state
  if (state.paused) return { ...state, pausedMs: pausedMs + passed, heardAt: at }
  return { ...state, usedMs: usedMs + passed, heardAt: at }
}

function heardInTime(state: AnswerState, heard: Heard): Reaction<AnswerState, Answered> {
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

function heardText(state: AnswerState, text: string): Reaction<AnswerState, Answered> {
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

function heardKey(
  state: AnswerState,
  name: string,
  columns: number,
): Reaction<AnswerState, Answered> {
  if (name === 'f1') return on({ ...state, help: !state.help })
  if (name === 'escape' && state.help) return on({ ...state, help: false })
  const command = commandKeys[name]
  if (command !== undefined) return obeyed(state, command)
  if (endsBySpace(state)) return name === 'enter' ? resumedOr(state, submitted) : on(state)
  if (name === 'enter' || name === 'alt-enter') return heardText(state, '\n')
  const edit = editOfKey(name)
  if (edit === undefined) return on(state)
  return on({ ...state, draft: edited(state.draft, edit, draftColumns(columns)), help: false })
}

/** Whether there is no text that a space could belong to. */
function endsBySpace({ mode, subject }: AnswerState): boolean {
  return mode === 'think' || subject.choices !== undefined
}

// After words that chose nothing a space is most likely one of theirs.
function heardSpace(state: AnswerState): Reaction<AnswerState, Answered> {
  return resumedOr(state, (now) => (now.strays > 0 ? on(strayed(now)) : submitted(now)))
}

function resumedOr(
  state: AnswerState,
  act: (state: AnswerState) => Reaction<AnswerState, Answered>,
): Reaction<AnswerState, Answered> {
  return state.paused ? on({ ...state, paused: false }) : act(state)
}

function heardLetters(
  state: AnswerState,
  from: Choosable,
  text: string,
): Reaction<AnswerState, Answered> {
  const picked = pickedBy(from, state.picked, text)
  const now = { ...state, paused: false, help: false }
  if (picked === undefined) return on(strayed(now))
  return on({ ...now, picked, strays: 0, firstTypedMs: state.firstTypedMs ?? state.usedMs })
}

function heardChoice(
  state: AnswerState,
  from: Choosable,
  line: string,
): Reaction<AnswerState, Answered> {
  if (line.trim() === '') return resumedOr(state, submitted)
  const picked = pickedInLine(from, line)
  return picked === '' ? on(strayed(state)) : ended({ ...state, picked }, 'answered')
}

function strayed(state: AnswerState): AnswerState {
  return { ...state, strays: state.strays + 1 }
}

// Who chose nothing has not answered: that would be a wrong answer which nobody gave.
function submitted(state: AnswerState): Reaction<AnswerState, Answered> {
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

function heardLine(state: AnswerState, line: string): Reaction<AnswerState, Answered> {
  const command = lineCommands[plainKey(line.trim())]
  if (command !== undefined) return obeyed(state, command)
  const { choices } = state.subject
  if (choices !== undefined) return heardChoice(state, choices, line)
  if (state.mode === 'think') return line.trim() === '' ? resumedOr(state, submitted) : on(state)
  const firstTypedMs = state.firstTypedMs ?? state.usedMs
  return on({ ...state, draft: insert(state.draft, `${line}\n`), firstTypedMs, paused: false })
}

function obeyed(state: AnswerState, command: Command): Reaction<AnswerState, Answered> {
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
function mostHints({ subject }: AnswerState): number {
  return Math.max(1, subject.hints.length)
}

function on(state: AnswerState): Reaction<AnswerState, Answered> {
  return { kind: 'on', state }
}

function ended(state: AnswerState, how: Answered['ended']): Reaction<AnswerState, Answered> {
  return { kind: 'done', result: answeredNow(state, how) }
}
