import type { Inline } from '../../markdown/document.ts'
import { oneLine } from '../../text/text.ts'
import type { PlacedPicture } from '../picture.ts'
import type { MathSetter, SetMath } from './formula.ts'
import type { Glyphs } from './glyphs.ts'

/** A stretch of a line as the template takes it. */
export type SetInline =
  | string
  | { readonly k: string; readonly c: readonly SetInline[]; readonly u?: string }
  | { readonly k: 'code' | 'long'; readonly v: string | readonly string[] }
  | { readonly k: 'note'; readonly v: number }
  | { readonly k: 'tick'; readonly v: boolean }
  | { readonly k: 'break' }
  | ({ readonly k: 'picture' } & PlacedPicture)
  | { readonly k: 'no-picture'; readonly v: string }
  | SetFormula

/** A formula, and what is read aloud for it: its source. */
export type SetFormula = { readonly k: 'formula'; readonly v: SetMath; readonly alt: string }

/** What inlines are set with. */
export type InlineSetting = {
  readonly glyphs: Glyphs
  /** A picture as it fits here, or the words that stand for it. */
  readonly picture: (
    src: string,
    alt: string,
    highest: number,
    room?: number,
  ) => PlacedPicture | string
  readonly math: MathSetter
  /** Words longer than this may be broken. */
  readonly longest: number
}

/** No picture within a line is higher, in points. */
export const highestInLine = 24

/** Inlines for the template. */
export function setInlines(
  inlines: readonly Inline[],
  setting: InlineSetting,
): readonly SetInline[] {
  return inlines.flatMap((inline) => setInline(inline, setting))
}

/** A bare text likewise; boxes to tick in it are drawn, for the fonts have none. */
export function setText(text: string, setting: InlineSetting): readonly SetInline[] {
  if (!text.includes('☐')) return setWords(text, setting)
  return text.split(/☐ */).flatMap((part, i): readonly SetInline[] => {
    const words = setWords(part, setting)
    return i === 0 ? words : [{ k: 'tick', v: false }, ...words]
  })
}

function setWords(text: string, { glyphs, longest }: InlineSetting): readonly SetInline[] {
  const shown = glyphs.shown(text)
  const found: SetInline[] = []
  let from = 0
  for (const { 0: word, index } of shown.matchAll(wordsOver(longest))) {
    if (index > from) found.push(shown.slice(from, index))
    found.push({ k: 'long', v: chunks(word) })
    from = index + word.length
  }
  if (from < shown.length) found.push(shown.slice(from))
  return found
}

function setInline(inline: Inline, setting: InlineSetting): readonly SetInline[] {
  switch (inline.kind) {
    case 'text':
      return setText(inline.text, setting)
    case 'code':
      return [setCode(inline.text, setting)]
    case 'formula': {
      const v = setting.math(inline.tex, false)
      return [v ? { k: 'formula', v, alt: inline.tex } : setCode(oneLine(inline.source), setting)]
    }
    case 'link':
      if (inline.url === undefined) return setInlines(inline.inlines, setting)
      return [{ k: 'link', u: inline.url, c: setInlines(inline.inlines, setting) }]
    case 'summary':
      return [{ k: 'strong', c: setInlines(inline.inlines, setting) }]
    case 'break':
      return [{ k: 'break' }]
    case 'note':
      return [{ k: 'note', v: inline.number }]
    case 'image': {
      const placed = setting.picture(inline.src, inline.alt, highestInLine)
      if (typeof placed !== 'string') return [{ k: 'picture', ...placed }]
      return [{ k: 'no-picture', v: setting.glyphs.shown(placed) }]
    }
    default:
      return [{ k: inline.kind, c: setInlines(inline.inlines, setting) }]
  }
}

function setCode(code: string, { glyphs, longest }: InlineSetting): SetInline {
  const text = glyphs.code(code)
  return { k: 'code', v: text.search(wordsOver(longest)) >= 0 ? chunks(text) : text }
}

// What the typesetter would not break: no space, nothing Chinese.
const words = new Map<number, RegExp>()
function wordsOver(longest: number): RegExp {
  const known = words.get(longest)
  if (known) return known
  const made = new RegExp(
    `[^\\s\\u2e80-\\u9fff\\uf900-\\ufaff\\uff00-\\uffef]{${longest + 1},}`,
    'g',
  )
  words.set(longest, made)
  return made
}

/** Pieces of a long word, cut behind its signs where it has some. */
function chunks(word: string): readonly string[] {
  return word.match(/[^/._\-=&?:,;#%+]{1,10}[/._\-=&?:,;#%+]?|[/._\-=&?:,;#%+]{1,4}/gu) ?? [word]
}
