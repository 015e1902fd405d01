import { type Choosable, pickedBy, pickedInLine } from './choosing.ts'
import { type Draft, draftOf, edited, editOfKey, emptyDraft, insert, textOf } from './draft.ts'
import { type Heard, plainKey, type Step } from './heard.ts'

/** Whether the answer is typed or only thought. */
export type Mode = 'type' | 'think'

/** What a question is about, as far as answering it goes. */
export type Subject = {
  readonly topics: readonly string[]
  /** Key points that may be given away, in order. */
  readonly hints: readonly string[]
  /** Undefined unless one chooses between options. */
  readonly choices: Choosable | undefined
}

/** How a question is asked; times in ms. */
export type AskOptions = {
  readonly mode: Mode
  readonly limitMs: number
  /** Time that is up ends nothing. */
  readonly soft?: boolean
  /** What is left of the whole interview, where that is limited. */
  readonly overallMs?: number | undefined
  /** What was there before an interruption. */
  readonly kept?: Before | undefined
}

type Before = {
  readonly text: string
  readonly usedMs: number
  readonly pausedMs: number
  readonly hesitationMs: number | undefined
  readonly hints: number
}

/** A question on the table, the clock running. */
export type Asking = {
  readonly subject: Subject
  readonly mode: Mode
  readonly limitMs: number
  readonly soft: boolean
  readonly overallMs: number | undefined
  readonly usedMs: number
  readonly pausedMs: number
  readonly paused: boolean
  readonly draft: Draft
  /** The letters chosen so far, in order. */
  readonly picked: string
  /** The time used when text was first typed. */
  readonly firstTypedMs: number | undefined
  /** The time used when text was last typed. */
  readonly typedAtMs: number | undefined
  /** How many key points were given away. */
  readonly hints: number
  readonly help: boolean
  /** When something was last heard; undefined before the first. */
  readonly heardAt: number | undefined
}

export type Answered = {
  readonly ended: 'answered' | 'time-up' | 'skipped' | 'left'
  readonly answer: string
  readonly usedMs: number
  readonly pausedMs: number
  /** From the question to the first key of the answer; undefined if nothing was typed. */
  readonly hesitationMs: number | undefined
  readonly hints: number
  /** Whether the end came in the middle of typing. */
  readonly cutShort: boolean
}

/** Whoever typed so shortly before is still typing, in ms. */
export const stillTypingMs = 700

/** The question before anything was heard, or as it was left. */
export function ask(subject: Subject, options: AskOptions): Asking {
  const { mode, limitMs, soft = false, overallMs, kept } = options
  const { choices } = subject
  const text = kept?.text ?? ''
  return {
    ...{ subject, mode, limitMs, soft, overallMs },
    ...{ usedMs: kept?.usedMs ?? 0, pausedMs: kept?.pausedMs ?? 0, paused: false },
    draft: choices === undefined && text !== '' ? draftOf(text) : emptyDraft,
    picked: choices === undefined ? '' : text.toLowerCase(),
    ...{ firstTypedMs: kept?.hesitationMs, typedAtMs: undefined },
    ...{ hints: kept?.hints ?? 0, help: false, heardAt: undefined },
  }
}

/** What would have to be kept if it ended now. */
export function keptOf(state: Asking): Before {
  const { firstTypedMs, hints } = state
  return {
    text: answerOf(state),
    usedMs: Math.round(state.usedMs),
    pausedMs: Math.round(state.pausedMs),
    hesitationMs: firstTypedMs === undefined ? undefined : Math.round(firstTypedMs),
    hints,
  }
}

function answerOf({ subject, picked, draft }: Asking): string {
  return subject.choices === undefined ? textOf(draft).trimEnd() : picked.toUpperCase()
}

/** Cells of a row of the answer in a terminal so wide; one is left for the cursor at its end. */
export function draftColumns(columns: number): number {
  return Math.max(2, Math.min(columns, 100) - 3)
}

/** What a question makes of something heard. Time that is up ends it with the text that is there. */
export function hearAnswer(before: Asking, heard: Heard): Step<Asking, Answered> {
  const state = timed(before, heard.at)
  const step = heardInTime(state, heard)
  const isUp = !state.soft && state.usedMs >= state.limitMs
  if (!isUp || step.kind === 'done') return step
  return ended({ ...step.state, usedMs: state.limitMs }, 'time-up')
}

/** Milliseconds until the shown time changes; a paused clock shows the same for good. */
export function tickIn(state: Asking): number | undefined {
  if (state.paused) return undefined
  // beyond the limit the time counts up
  const left = state.limitMs - state.usedMs
  return (left > 0 ? left % 1000 : 1000 + (left % 1000)) + 3
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
  if (choices !== undefined) return heardLetters(state, choices, text)
  if (state.mode === 'think') return plainKey(text) === ' ' ? ended(state, 'answered') : on(state)
  const draft = insert(state.draft, text)
  const firstTypedMs = state.firstTypedMs ?? state.usedMs
  const typedAtMs = state.usedMs
  return on({ ...state, draft, firstTypedMs, typedAtMs, paused: false, help: false })
}

function heardKey(state: Asking, name: string, columns: number): Step<Asking, Answered> {
  if (name === 'f1') return on({ ...state, help: !state.help })
  const command = commandKeys[name]
  if (command !== undefined) return obeyed(state, command)
  const endsByEnter = state.mode === 'think' || state.subject.choices !== undefined
  if (endsByEnter) return name === 'enter' ? ended(state, 'answered') : on(state)
  if (name === 'enter' || name === 'alt-enter') return heardText(state, '\n')
  const edit = editOfKey(name)
  if (edit === undefined) return on(state)
  return on({ ...state, draft: edited(state.draft, edit, draftColumns(columns)), help: false })
}

function heardLetters(state: Asking, from: Choosable, text: string): Step<Asking, Answered> {
  const { picked, isFinal } = pickedBy(from, state.picked, text)
  if (isFinal) return ended({ ...state, picked }, 'answered')
  const firstTypedMs = state.firstTypedMs ?? state.usedMs
  return on({ ...state, picked, firstTypedMs, paused: false, help: false })
}

function heardChoice(state: Asking, from: Choosable, line: string): Step<Asking, Answered> {
  const picked = pickedInLine(from, line)
  return picked === '' ? on(state) : ended({ ...state, picked }, 'answered')
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
  if (state.mode === 'think') return line.trim() === '' ? ended(state, 'answered') : on(state)
  const firstTypedMs = state.firstTypedMs ?? state.usedMs
  return on({ ...state, draft: insert(state.draft, `${line}\n`), firstTypedMs, paused: false })
}

function obeyed(state: Asking, command: Command): Step<Asking, Answered> {
  switch (command) {
    case 'submit':
      return ended(state, 'answered')
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
      if (state.mode === 'think' || state.subject.choices !== undefined) return on(state)
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
  const { text: answer, ...times } = keptOf(state)
  const { usedMs, typedAtMs } = state
  const wasTyping = typedAtMs !== undefined && usedMs - typedAtMs < stillTypingMs
  const cutShort = how === 'time-up' && wasTyping
  return { kind: 'done', result: { ended: how, answer, ...times, cutShort } }
}
