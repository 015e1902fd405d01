import type { Found, Hit } from '../../search/engine.ts'
import {
  type Draft,
  edited,
  editOfKey,
  emptyDraft,
  insert,
  isEmpty,
  textOf,
} from '../draft/draft.ts'
import { type Heard, plainKey, type Reaction } from '../screen.ts'

/** A search while it is typed. */
export type SearchState = {
  readonly query: Draft
  /** What was found for the query; undefined for an empty one. */
  readonly found: Found | undefined
  /** The hit that is looked at. */
  readonly selected: number
  /** The query changed, and what is found for it will be looked for at the next tick. */
  readonly pending: boolean
  /** A card was just read, and stands above. */
  readonly reading: boolean
}

/** What the person wants with the hits. */
export type SearchWish =
  | { readonly kind: 'read' | 'edit'; readonly hit: Hit; readonly state: SearchState }
  | { readonly kind: 'interview'; readonly state: SearchState }
  | { readonly kind: 'left'; readonly interrupted: boolean }

/** Finds at once; `restMs` is how long keys have to rest first, 0 for not at all. */
export type Finder = { readonly find: (query: string) => Found; readonly restMs: number }

export const noSearch: SearchState = {
  query: emptyDraft,
  found: undefined,
  selected: 0,
  pending: false,
  reading: false,
}

type SearchReaction = Reaction<SearchState, SearchWish>

/** What a search makes of something heard. */
export function hearSearch(state: SearchState, heard: Heard, finder: Finder): SearchReaction {
  switch (heard.kind) {
    case 'text':
      return typed(state, insert(state.query, heard.text.replaceAll('\n', ' ')), finder)
    case 'edited':
      return on(state)
    case 'tick':
      return on(state.pending ? looked(state, finder) : state)
    case 'line':
      return heardLine(state, heard.text.trim(), finder)
    case 'key':
      return heardKey(state, heard.name, heard.columns, finder)
  }
}

/** Milliseconds until what was typed is looked for. */
export function searchIn(state: SearchState, { restMs }: Finder): number | undefined {
  return state.pending ? restMs : undefined
}

/** The hit that is looked at. */
export function selectedHit({ found, selected }: SearchState): Hit | undefined {
  return found?.hits[selected]
}

function heardKey(
  state: SearchState,
  name: string,
  columns: number,
  finder: Finder,
): SearchReaction {
  const now = state.pending ? looked(state, finder) : state
  const hit = selectedHit(now)
  switch (name) {
    case 'ctrl-c':
      return left(true)
    case 'escape':
      return state.reading ? on({ ...state, reading: false }) : left(false)
    case 'ctrl-d':
      return isEmpty(state.query) ? left(false) : on(state)
    case 'enter':
      if (state.reading) return on({ ...state, reading: false })
      return hit === undefined ? on(now) : wish({ kind: 'read', hit, state: now })
    case 'ctrl-g':
      return hit === undefined ? on(now) : wish({ kind: 'edit', hit, state: now })
    case 'tab':
      return hit === undefined ? on(now) : wish({ kind: 'interview', state: now })
    case 'down':
    case 'ctrl-n':
      return on(moved(now, 1))
    case 'up':
    case 'ctrl-p':
      return on(moved(now, -1))
  }
  const edit = editOfKey(name)
  if (edit === undefined) return on(state)
  return typed(state, edited(state.query, edit, columns), finder)
}

// Line by line a number reads a hit, `e` and a number opens its file, and all else is a query.
function heardLine(state: SearchState, line: string, finder: Finder): SearchReaction {
  const [, command = '', number = ''] = /^(e\s*)?(\d{1,3})$/.exec(plainKey(line)) ?? []
  const hit = state.found?.hits[Number(number) - 1]
  if (line === '') return left(false)
  if (hit !== undefined && number !== '') {
    return wish({ kind: command === '' ? 'read' : 'edit', hit, state })
  }
  const hasHits = (state.found?.hits.length ?? 0) > 0
  if (plainKey(line) === 'i' && hasHits) return wish({ kind: 'interview', state })
  return on(looked({ ...state, query: insert(emptyDraft, line) }, finder))
}

function typed(state: SearchState, query: Draft, finder: Finder): SearchReaction {
  if (textOf(query) === textOf(state.query)) return on({ ...state, query, reading: false })
  const changed = { ...state, query, reading: false }
  if (finder.restMs > 0 && !isEmpty(query)) return on({ ...changed, pending: true })
  return on(looked(changed, finder))
}

function looked(state: SearchState, { find }: Finder): SearchState {
  const found = isEmpty(state.query) ? undefined : find(textOf(state.query))
  return { ...state, found, selected: 0, pending: false }
}

function moved(state: SearchState, by: number): SearchState {
  const last = Math.max(0, (state.found?.hits.length ?? 0) - 1)
  const selected = Math.min(last, Math.max(0, state.selected + by))
  return { ...state, selected, reading: false }
}

function on(state: SearchState): SearchReaction {
  return { kind: 'on', state }
}

function wish(result: SearchWish): SearchReaction {
  return { kind: 'done', result }
}

function left(interrupted: boolean): SearchReaction {
  return wish({ kind: 'left', interrupted })
}
