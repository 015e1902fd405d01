import type { Hit } from '../search/engine.ts'
import { type Heard, plainKey, type Step } from './heard.ts'

/** What the person wants with one of the hits above. */
export type Picked =
  | { readonly kind: 'read' | 'drill' | 'edit'; readonly hit: Hit }
  | { readonly kind: 'left'; readonly interrupted: boolean }

/** The number of the hit that is pointed at, from 0. */
export type Picking = number

type PickStep = Step<Picking, Picked>

/** What the choice of a hit makes of something heard: a number or arrows, then what to do with it. */
export function hearPick(state: Picking, heard: Heard, hits: readonly Hit[]): PickStep {
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
  ...{ r: 'read', d: 'drill', e: 'edit' },
}

function heardText(state: Picking, text: string, hits: readonly Hit[]): PickStep {
  if (text === 'q') return left(false)
  const command = commands[text]
  if (command !== undefined) return done(command, state, hits)
  const number = Number(text)
  const isHit = Number.isInteger(number) && number >= 1 && number <= hits.length
  return { kind: 'on', state: isHit ? number - 1 : state }
}

// `2` reads the second hit, `d 2` drills it, `e 2` opens it; an empty line leaves.
function heardLine(state: Picking, line: string, hits: readonly Hit[]): PickStep {
  const [, name = 'r', number = ''] = /^([rde])?\s*(\d{1,3})$/.exec(line) ?? []
  const at = Number(number) - 1
  if (line === '' || line === 'q') return left(false)
  if (hits[at] === undefined) return { kind: 'on', state }
  return done(commands[name] ?? 'read', at, hits)
}

function done(kind: 'read' | 'drill' | 'edit', at: number, hits: readonly Hit[]): PickStep {
  const hit = hits[at]
  return hit === undefined ? { kind: 'on', state: at } : { kind: 'done', result: { kind, hit } }
}

function left(interrupted: boolean): PickStep {
  return { kind: 'done', result: { kind: 'left', interrupted } }
}
