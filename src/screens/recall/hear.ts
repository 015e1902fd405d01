import type { Mode } from '../../interview/answer.ts'
import { actOfKey, type CardAct, keyOfWord } from '../acts.ts'
import {
  type Draft,
  draftOf,
  edited,
  editOfKey,
  emptyDraft,
  insert,
  textOf,
} from '../draft/draft.ts'
import { draftColumns } from '../draft/rows.ts'
import { type Heard, plainKey, type Reaction } from '../screen.ts'

/** A question of a review before its answer is shown; nothing runs out. */
export type RecallState = {
  /** `type` once an answer is being written. */
  readonly mode: Mode
  readonly usedMs: number
  readonly draft: Draft
  readonly canUndo: boolean
  readonly help: boolean
  /** When something was last heard; undefined before the first. */
  readonly heardAt: number | undefined
}

export type Recalled =
  | { readonly kind: 'recalled'; readonly answer: string; readonly usedMs: number }
  /** Take back what was done before this card. */
  | { readonly kind: 'undo' }
  | { readonly kind: 'left' }
  | { readonly kind: 'act'; readonly act: CardAct }

export function recall(mode: Mode, canUndo: boolean): RecallState {
  return { mode, usedMs: 0, draft: emptyDraft, canUndo, help: false, heardAt: undefined }
}

/** What the question makes of something heard: Space reveals, `t` begins to write an answer. */
export function hearRecall(before: RecallState, heard: Heard): Reaction<RecallState, Recalled> {
  const passed = Math.max(0, heard.at - (before.heardAt ?? heard.at))
  const state = { ...before, usedMs: before.usedMs + passed, heardAt: heard.at }
  switch (heard.kind) {
    case 'tick':
      return on(state)
    case 'edited':
      return on({ ...state, draft: draftOf(heard.text.replace(/\n+$/, '')) })
    case 'text':
      return state.mode === 'type' ? typed(state, heard.text) : heardLetters(state, heard.text)
    case 'line':
      return heardLine(state, heard.text)
    case 'key':
      return heardKey(state, heard.name, heard.columns)
  }
}

function heardKey(
  state: RecallState,
  name: string,
  columns: number,
): Reaction<RecallState, Recalled> {
  if (name === 'ctrl-c') return done({ kind: 'left' })
  if (name === 'f1') return on({ ...state, help: !state.help })
  if (name === 'escape' && state.help) return on({ ...state, help: false })
  if (name === 'ctrl-d') return recalled(state)
  if (name === 'ctrl-x') return done({ kind: 'act', act: 'skip' })
  if (state.mode === 'think') return name === 'enter' ? recalled(state) : on(state)
  if (name === 'ctrl-g') return { kind: 'edit', state, text: textOf(state.draft) }
  if (name === 'enter' || name === 'alt-enter') return typed(state, '\n')
  const edit = editOfKey(name)
  if (edit === undefined) return on(state)
  return on({ ...state, draft: edited(state.draft, edit, draftColumns(columns)) })
}

function typed(state: RecallState, text: string): Reaction<RecallState, Recalled> {
  return on({ ...state, draft: insert(state.draft, text), help: false })
}

// Keys may arrive together; what comes after the one that ends the question is dropped.
function heardLetters(state: RecallState, text: string): Reaction<RecallState, Recalled> {
  let now = state
  for (const [i, letter] of Array.from(text).entries()) {
    const reaction = heardLetter(now, plainKey(letter))
    if (reaction.kind !== 'on') return reaction
    // the rest was meant for the answer
    if (reaction.state.mode === 'type')
      return typed(
        reaction.state,
        Array.from(text)
          .slice(i + 1)
          .join(''),
      )
    now = reaction.state
  }
  return on(now)
}

function heardLetter(state: RecallState, key: string): Reaction<RecallState, Recalled> {
  if (key === ' ') return recalled(state)
  if (key === 't') return on({ ...state, mode: 'type', help: false })
  if (key === '?') return on({ ...state, help: !state.help })
  if (key === 'u') return state.canUndo ? done({ kind: 'undo' }) : on(state)
  const act = actOfKey(key)
  return act === undefined ? on(state) : done({ kind: 'act', act })
}

// In lines: an empty one reveals, a letter or a word with a colon is a key, all else is the answer.
function heardLine(state: RecallState, text: string): Reaction<RecallState, Recalled> {
  const line = plainKey(text.trim())
  if (line === ':leave') return done({ kind: 'left' })
  if (line === '.' || (line === '' && state.mode === 'think')) return recalled(state)
  const word = keyOfWord(line)
  if (word !== undefined) return heardLetter(state, word)
  const isKey = state.mode === 'think' && /^[a-z?]$/.test(line)
  if (isKey) return heardLetter(state, line)
  return typed({ ...state, mode: 'type' }, `${text}\n`)
}

function recalled({ draft, usedMs }: RecallState): Reaction<RecallState, Recalled> {
  return done({ kind: 'recalled', answer: textOf(draft).trimEnd(), usedMs })
}

function done(result: Recalled): Reaction<RecallState, Recalled> {
  return { kind: 'done', result }
}

function on(state: RecallState): Reaction<RecallState, Recalled> {
  return { kind: 'on', state }
}
