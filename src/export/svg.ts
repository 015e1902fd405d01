import { type DrawingWeight, weighing } from './svg-bounds.ts'

/**
 * A drawing without what could run or reach out of it and without filters, its text in a font of
 * ours; undefined if it holds more than a drawing may. What a hostile one may still hide is refused
 * by the engine, which has no disk and no network.
 */
export function cleanSvg(
  svg: string,
  family: string,
  shown: (text: string) => string,
): string | undefined {
  const weight = weighing()
  const scan: Scan = { kept: [], within: undefined, depth: 0, style: undefined, weight }
  // each piece is looked at once, so that time grows with the length alone
  for (const piece of piecesOf(svg)) take(scan, piece)
  if (weight.isTooMuch()) return undefined
  return shown(withoutReferences(scan.kept.join(''))).replace(
    /<svg\b/i,
    `<svg font-family="${family}"`,
  )
}

type Piece =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'tag'
      readonly text: string
      /** In small letters, without its name space. */
      readonly name: string
      readonly form: 'open' | 'close' | 'alone'
    }

type Scan = {
  readonly kept: string[]
  /** The element that is being left out, and how many of its name are open. */
  within: string | undefined
  depth: number
  /** The text so far of the style sheet that is being read. */
  style: string[] | undefined
  readonly weight: DrawingWeight
}

// filters cost an engine by the area, whatever little they are written with
const leftOut = new Set(['script', 'foreignobject', 'filter'])
const pictures = new Set(['image', 'feimage'])

function take(scan: Scan, piece: Piece): void {
  if (scan.within !== undefined) {
    skip(scan, piece)
    return
  }
  if (piece.kind === 'text') {
    ;(scan.style ?? scan.kept).push(piece.text)
    return
  }
  const { name, form, text } = piece
  if (scan.style !== undefined) {
    if (name !== 'style' || form !== 'close') return
    const style = plain(withoutReach(scan.style.join('').replaceAll('\\', '')))
    scan.weight.style(style)
    scan.kept.push(style)
    scan.style = undefined
  }
  if (leftOut.has(name) || (pictures.has(name) && reachesOut(text))) {
    if (form === 'open') {
      scan.within = name
      scan.depth = 1
    }
    return
  }
  if (name === 'style' && form === 'open') scan.style = []
  const kept = plain(text)
  scan.weight.tag(kept, form)
  scan.kept.push(kept)
}

function skip(scan: Scan, piece: Piece): void {
  if (piece.kind === 'text' || piece.name !== scan.within || piece.form === 'alone') return
  scan.depth += piece.form === 'open' ? 1 : -1
  if (scan.depth === 0) scan.within = undefined
}

/** Tags and what stands between them, as far as the tags end. Comments and the like are none. */
function* piecesOf(svg: string): Generator<Piece> {
  let at = 0
  while (at < svg.length) {
    const tag = svg.indexOf('<', at)
    if (tag !== at) yield { kind: 'text', text: svg.slice(at, tag < 0 ? undefined : tag) }
    if (tag < 0) return
    const end = endOf(svg, tag)
    if (end === undefined) return
    const text = svg.slice(tag, end)
    const [, slash, name] = /^<(\/?)(?:[\w.-]*:)?([a-z][\w.-]*)/i.exec(text) ?? []
    if (name !== undefined) {
      const form = slash === '/' ? 'close' : text.endsWith('/>') ? 'alone' : 'open'
      yield { kind: 'tag', text, name: name.toLowerCase(), form }
    } else if (text.startsWith('<![CDATA[')) yield { kind: 'text', text }
    at = end
  }
}

/** Behind what begins at a `<`; undefined if it has no end. */
function endOf(svg: string, at: number): number | undefined {
  const behind = (mark: string, from: number) => {
    const found = svg.indexOf(mark, from)
    return found < 0 ? undefined : found + mark.length
  }
  if (svg.startsWith('<!--', at)) return behind('-->', at + 4)
  if (svg.startsWith('<![CDATA[', at)) return behind(']]>', at)
  if (svg.startsWith('<?', at)) return behind('?>', at)
  const isKind = svg.startsWith('<!', at)
  let next = at + 1
  while (next < svg.length) {
    const code = svg[next]
    if (code === '>') return next + 1
    const isQuoted = code === '"' || code === "'"
    const end =
      isKind && code === '['
        ? svg.indexOf(']', next)
        : isQuoted
          ? svg.indexOf(code, next + 1)
          : next
    if (end < 0) return undefined
    next = end + 1
  }
  return undefined
}

// a drawing in a drawing would be one that nobody looked at
const raster = /^\s*data:image\/(?:png|jpe?g|gif|webp)\s*[;,]/i

function reachesOut(tag: string): boolean {
  const addresses = tag.matchAll(/\bhref\s*=\s*(?:"([^"]*)"|'([^']*)')/gi)
  return Array.from(addresses).some(([, one, other]) => !raster.test(one ?? other ?? ''))
}

/** Without fonts and filters. */
function plain(text: string): string {
  return text
    .replace(/\bfont-family\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/\bfont-family\s*:[^;}"']*(?:"[^"]*"|'[^']*')?[^;}"']*;?/gi, '')
    .replace(/(?<![\w-])(?:backdrop-)?filter\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/(?<![\w-])(?:backdrop-)?filter\s*:[^;}"']*(?:"[^"]*"|'[^']*')?[^;}"']*;?/gi, '')
}

function withoutReach(style: string): string {
  return style.replace(/@import[^;]*;?|url\s*\((?!\s*["']?#)[^)]*\)?/gi, '')
}

/** Letters instead of their numbers, so that each is looked up in our fonts. */
function withoutReferences(text: string): string {
  return text.replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (raw, hex, tens) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(tens)
    return code > 0x7f && code <= 0x10ffff ? String.fromCodePoint(code) : raw
  })
}
