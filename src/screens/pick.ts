import type { Hit } from '../search/engine.ts'
import { clip } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { packed } from '../view/layout.ts'
import type { Look } from '../view/look.ts'
import { type Frame, type Heard, type LiveScreen, plainKey, type Reaction } from './screen.ts'

/** What the person wants with one of the hits above. */
export type Picked =
  | { readonly kind: 'read' | 'drill' | 'edit'; readonly hit: Hit }
  | { readonly kind: 'left'; readonly interrupted: boolean }

/** The number of the hit that is pointed at, from 0. */
export type PickState = number

type PickReaction = Reaction<PickState, Picked>

/** One of the hits above, until the person says what to do with it or leaves. */
export function pickScreen(
  at: PickState,
  hits: readonly Hit[],
  above: readonly string[],
): LiveScreen<PickState, Picked> {
  return {
    state: at,
    hear: (state, heard) => hearPick(state, heard, hits),
    draw: (state, look) => pickFrame(state, hits.length, look),
    tickIn: () => undefined,
    above: () => above,
    told: pickTold,
  }
}

// A number or arrows, then what to do with it.
function hearPick(state: PickState, heard: Heard, hits: readonly Hit[]): PickReaction {
  if (heard.kind === 'line') return heardLine(state, plainKey(heard.text.trim()), hits)
  if (heard.kind === 'text') return heardText(state, plainKey(heard.text), hits)
  if (heard.kind !== 'key') return { kind: 'on', state }
  switch (heard.name) {
    case 'ctrl-c':
      return left(true)
    case 'escape':
    case 'ctrl-d':
      return left(false)
    case 'enter':
      return done('read', state, hits)
    case 'ctrl-g':
      return done('edit', state, hits)
    case 'down':
      return { kind: 'on', state: Math.min(hits.length - 1, state + 1) }
    case 'up':
      return { kind: 'on', state: Math.max(0, state - 1) }
    default:
      return { kind: 'on', state }
  }
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
  return { kind: 'on', state: isHit ? number - 1 : state }
}

// `2` reads the second hit, `d 2` drills it, `e 2` opens it; an empty line leaves.
function heardLine(state: PickState, line: string, hits: readonly Hit[]): PickReaction {
  const [, name = 'r', number = ''] = /^([rde])?\s*(\d{1,3})$/.exec(line) ?? []
  const at = Number(number) - 1
  if (line === '' || line === 'q') return left(false)
  if (hits[at] === undefined) return { kind: 'on', state }
  return done(commands[name] ?? 'read', at, hits)
}

function done(kind: 'read' | 'drill' | 'edit', at: number, hits: readonly Hit[]): PickReaction {
  const hit = hits[at]
  return hit === undefined ? { kind: 'on', state: at } : { kind: 'done', result: { kind, hit } }
}

function left(interrupted: boolean): PickReaction {
  return { kind: 'done', result: { kind: 'left', interrupted } }
}

/** The live rows below the hits of a search: which one is pointed at, and what the keys do. */
function pickFrame(state: PickState, count: number, look: Look): Frame {
  const { say, paint } = look
  const columns = look.columns - 1
  const which = paint.strong(clip(say.search.which(state + 1, count), columns, look))
  const keys = packed(say.search.pickKeys, columns).map(paint.dim)
  return { rows: [which, ...keys].slice(0, Math.max(1, look.rows - 1)) }
}

/** What is told of the choice line by line. */
function pickTold(before: PickState | undefined, _: PickState, look: Look): readonly string[] {
  return before === undefined ? wrap(look.say.search.pickHelp, look.columns) : []
}
