import type { Hit } from '../search/engine.ts'
import { clip } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { hitRows } from '../view/hits.ts'
import { packed } from '../view/layout.ts'
import type { Look } from '../view/look.ts'
import { type Frame, type Heard, type LiveScreen, plainKey, type Reaction } from './screen.ts'

/** What the person wants with one of the hits above. */
export type Picked =
  | { readonly kind: 'read' | 'drill' | 'edit'; readonly hit: Hit }
  | { readonly kind: 'left'; readonly interrupted: boolean }

/** Which hit is pointed at, from 0; while a card that was just read stands above, only the keys are shown. */
export type PickState = { readonly at: number; readonly reading: boolean }

type PickReaction = Reaction<PickState, Picked>

/** The hits of a search as many as fit, until the person says what to do with one or leaves. */
export function pickScreen(
  state: PickState,
  hits: readonly Hit[],
  above: readonly string[],
): LiveScreen<PickState, Picked> {
  return {
    state,
    hear: (now, heard) => hearPick(now, heard, hits),
    draw: (now, look) => pickFrame(now, hits, look),
    tickIn: () => undefined,
    above: () => above,
    told: (before, _, look) => (before === undefined ? pickTold(hits, look) : []),
  }
}

// A number or arrows, then what to do with it.
function hearPick(state: PickState, heard: Heard, hits: readonly Hit[]): PickReaction {
  if (heard.kind === 'line') return heardLine(state, plainKey(heard.text.trim()), hits)
  if (heard.kind === 'text') return heardText(state, plainKey(heard.text), hits)
  if (heard.kind !== 'key') return { kind: 'on', state }
  const { at, reading } = state
  switch (heard.name) {
    case 'ctrl-c':
      return left(true)
    case 'ctrl-d':
      return left(false)
    case 'escape':
      return reading ? to(at) : left(false)
    case 'enter':
      return reading ? to(at) : done('read', state, hits)
    case 'ctrl-g':
      return done('edit', state, hits)
    case 'down':
      return to(Math.min(hits.length - 1, at + 1))
    case 'up':
      return to(Math.max(0, at - 1))
    default:
      return { kind: 'on', state }
  }
}

function to(at: number): PickReaction {
  return { kind: 'on', state: { at, reading: false } }
}

const commands: Readonly<Record<string, 'read' | 'drill' | 'edit'>> = {
  r: 'read',
  d: 'drill',
  e: 'edit',
}

function heardText(state: PickState, text: string, hits: readonly Hit[]): PickReaction {
  if (text === 'q') return left(false)
  const command = commands[text]
  if (command !== undefined) return done(command, state, hits)
  const number = Number(text)
  const isHit = Number.isInteger(number) && number >= 1 && number <= hits.length
  return isHit ? to(number - 1) : { kind: 'on', state }
}

// `2` reads the second hit, `d 2` drills it, `e 2` opens it; an empty line leaves.
function heardLine(state: PickState, line: string, hits: readonly Hit[]): PickReaction {
  const [, name = 'r', number = ''] = /^([rde])?\s*(\d{1,3})$/.exec(line) ?? []
  const at = Number(number) - 1
  if (line === '' || line === 'q') return left(false)
  if (hits[at] === undefined) return { kind: 'on', state }
  return done(commands[name] ?? 'read', { ...state, at }, hits)
}

function done(
  kind: 'read' | 'drill' | 'edit',
  state: PickState,
  hits: readonly Hit[],
): PickReaction {
  const hit = hits[state.at]
  return hit === undefined ? { kind: 'on', state } : { kind: 'done', result: { kind, hit } }
}

function left(interrupted: boolean): PickReaction {
  return { kind: 'done', result: { kind: 'left', interrupted } }
}

/** The live rows: the hits around the one that is pointed at, and what the keys do. */
function pickFrame({ at, reading }: PickState, hits: readonly Hit[], look: Look): Frame {
  const { say, paint } = look
  const columns = look.columns - 1
  const keys = packed(reading ? say.search.readPickKeys : say.search.pickKeys, columns)
  const which = paint.strong(clip(say.search.which(at + 1, hits.length), columns, look))
  const foot = [which, ...keys.map(paint.dim)].slice(0, Math.max(1, look.rows - 1))
  if (reading) return { rows: foot }
  return { rows: [...shownHits(hits, at, look.rows - 1 - foot.length, look), ...foot] }
}

/** The page of hits on which one of them stands, as many to a page as fit in so many rows. */
export function shownHits(
  hits: readonly Hit[],
  at: number | undefined,
  room: number,
  look: Look,
): readonly string[] {
  let page: string[] = []
  for (const [i, hit] of hits.entries()) {
    const rows = rowsOf(hit, i, i === at, look)
    if (page.length > 0 && page.length + rows.length > room) {
      if (i > (at ?? 0)) break
      page = []
    }
    page.push(...rows)
  }
  return page.slice(0, Math.max(0, room))
}

function rowsOf(hit: Hit, i: number, isHere: boolean, look: Look): readonly string[] {
  const mark = isHere ? '> ' : '  '
  const narrow = { ...look, columns: look.columns - 1 }
  const [first = '', ...rest] = hitRows(hit, `${mark}${i + 1}. `, narrow, undefined)
  return [isHere ? look.paint.strong(first) : first, ...rest]
}

/** What is told of the choice line by line: all hits, and how to choose. */
function pickTold(hits: readonly Hit[], look: Look): readonly string[] {
  const all = hits.flatMap((hit, i) => [...hitRows(hit, `${i + 1}. `, look, undefined), ''])
  return [...all, ...wrap(look.say.search.pickHelp, look.columns)]
}
