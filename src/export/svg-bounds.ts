import { pictureHead } from './picture.ts'

/** How much a drawing holds; told tag by tag, as far as it is kept. */
export type DrawingWeight = {
  readonly tag: (text: string, form: 'open' | 'close' | 'alone') => void
  readonly style: (text: string) => void
  /** Whether an engine could have more to do than a drawing is worth. */
  readonly isTooMuch: () => boolean
}

const mostDepth = 100
const mostElements = 20_000
/** Each one that is drawn again counts again. */
const mostDrawn = 300_000
/** In pictures that a drawing holds. */
const mostPixels = 4_000_000

/** An element that others may name, with all that is in it. */
type Named = { size: number; readonly refers: Map<string, number> }

/** Weighs a drawing without drawing it. */
export function weighing(): DrawingWeight {
  const all: Named = { size: 0, refers: new Map() }
  const named = new Map<string, Named>()
  const open: (Named | undefined)[] = []
  let pixels = 0
  let isDeep = false
  let characters = 0
  const refer = (to: readonly Named[], text: string, times: number) => {
    for (const id of referencesIn(text)) {
      for (const { refers } of to) refers.set(id, (refers.get(id) ?? 0) + times)
    }
  }
  return {
    tag: (text, form) => {
      if (form === 'close') {
        open.pop()
        return
      }
      characters += text.length
      isDeep ||= open.length >= mostDepth
      // what is too much already is not looked into
      if (isDeep || all.size > mostElements) return
      const id = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(text)
      const own = id === null ? undefined : namedIn(named, id[1] ?? id[2] ?? '')
      const around = new Set([all, ...open, own].filter((one) => one !== undefined))
      for (const one of around) one.size += 1
      // a mark may be drawn at each point of a line
      refer([...around], text, /\bmarker(?:-mid)?\s*[:=]/i.test(text) ? text.length >> 2 : 1)
      pixels += pixelsIn(text)
      if (form === 'open') open.push(own)
    },
    // to how many elements a style applies is not looked at
    style: (text) => refer([all], text, Math.max(all.size, characters >> 2)),
    isTooMuch: () =>
      isDeep || all.size > mostElements || pixels > mostPixels || !(drawn(all, named) <= mostDrawn),
  }
}

function namedIn(named: Map<string, Named>, id: string): Named {
  const one = named.get(id) ?? { size: 0, refers: new Map() }
  named.set(id, one)
  return one
}

function referencesIn(text: string): readonly string[] {
  const found = text.matchAll(/\bhref\s*=\s*["']\s*#([^"']*)|url\(\s*["']?#([^"')\s]*)/gi)
  return Array.from(found, ([, use, url]) => use ?? url ?? '')
}

/** How many elements are drawn in all; no number for what would never end. */
function drawn(all: Named, named: ReadonlyMap<string, Named>): number {
  const known = new Map<Named, number>()
  const count = (one: Named, depth: number): number => {
    const before = known.get(one)
    if (before !== undefined || depth > mostDepth) return before ?? Number.NaN
    // one that leads to itself finds this
    known.set(one, Number.NaN)
    let sum = one.size
    for (const [id, times] of one.refers) {
      const other = named.get(id)
      if (other !== undefined) sum += times * count(other, depth + 1)
    }
    known.set(one, sum)
    return sum
  }
  return count(all, 0)
}

function pixelsIn(tag: string): number {
  const found = tag.matchAll(/\bhref\s*=\s*["']\s*data:[^,"']*;base64,([^"']*)/gi)
  return Array.from(found).reduce((sum, [, data = '']) => {
    const head = pictureHead(Buffer.from(data, 'base64'))
    return sum + (head === undefined ? 0 : head.width * head.height)
  }, 0)
}
