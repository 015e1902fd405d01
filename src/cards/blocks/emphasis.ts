/** A run of `*`, `_` or `~`, and what of it no mark has used up. */
type Run = {
  readonly mark: string
  readonly length: number
  readonly opens: boolean
  readonly closes: boolean
  from: number
  to: number
}

/** Openers looked back at; more stand open only in texts made to be slow. */
const furthest = 40

/** Without the marks of emphasis that pair by the rules of CommonMark; others are words. */
export function withoutEmphasis(text: string): string {
  if (!/[*_]|~~/.test(text)) return text
  const gone: (readonly [from: number, to: number])[] = []
  const open: Run[] = []
  for (const found of text.matchAll(/\*+|_+|~+/g)) {
    const run = runAt(text, found.index, found[0])
    if (run === undefined) continue
    if (run.closes) pairUp(run, open, gone)
    if (run.opens && run.to > run.from) open.push(run)
  }
  if (gone.length === 0) return text
  let bare = ''
  let at = 0
  for (const [from, to] of gone.sort((a, b) => a[0] - b[0])) {
    bare += text.slice(at, from)
    at = to
  }
  return bare + text.slice(at)
}

function pairUp(closer: Run, open: Run[], gone: (readonly [number, number])[]): void {
  while (closer.to > closer.from) {
    const least = Math.max(0, open.length - furthest)
    const at = open.findLastIndex((opener, i) => i >= least && pairs(opener, closer))
    const opener = open[at]
    if (opener === undefined) return
    const width = Math.min(opener.to - opener.from, closer.to - closer.from, 2)
    gone.push([opener.to - width, opener.to], [closer.from, closer.from + width])
    opener.to -= width
    closer.from += width
    // what opened between the two is text
    open.length = opener.to > opener.from ? at + 1 : at
  }
}

function pairs(opener: Run, closer: Run): boolean {
  if (opener.mark !== closer.mark) return false
  if (opener.mark === '~') return opener.length === closer.length
  const both = opener.closes || closer.opens
  const isThird = (opener.length + closer.length) % 3 === 0
  return !(both && isThird && (opener.length % 3 !== 0 || closer.length % 3 !== 0))
}

// Chinese sets no spaces: beside it a mark may stand against punctuation.
const han = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/
const sign = /[\p{P}\p{S}\u0001\ud800-\udfff]/u

function runAt(text: string, at: number, marks: string): Run | undefined {
  const mark = marks[0] ?? ''
  if (mark === '~' && marks.length !== 2) return undefined
  const before = text[at - 1] ?? ' '
  const after = text[at + marks.length] ?? ' '
  const isSign = (one: string) => sign.test(one) && !han.test(one)
  const leans = (near: string, far: string) =>
    /\S/.test(near) && (!isSign(near) || !/\S/.test(far) || isSign(far) || han.test(far))
  const left = leans(after, before)
  const right = leans(before, after)
  const isWordy = mark === '_'
  return {
    mark,
    length: marks.length,
    opens: left && (!isWordy || !right || sign.test(before)),
    closes: right && (!isWordy || !left || sign.test(after)),
    from: at,
    to: at + marks.length,
  }
}
