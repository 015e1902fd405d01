import type { PhrasingContent } from 'mdast'
import { oneLine, safe } from '../text/text.ts'
import { followed } from './address.ts'
import { type Inline, plainText, type Wrapping } from './document.ts'
import { joinedText } from './join-lines.ts'

/** The value of an attribute by its name; empty if there is none. */
export type Attributes = (name: 'href' | 'src' | 'alt') => string

/** What stands in the place of the inlines that are held. */
export type Wrap = (inlines: readonly Inline[], attributes: Attributes) => readonly Inline[]

/** What a mark of Markdown or a tag of HTML means. */
export type MarkMeaning =
  | { readonly kind: 'alone'; readonly make: (attributes: Attributes) => Inline }
  /** With `lines`, what it holds stands on lines of its own. */
  | { readonly kind: 'around'; readonly wrap: Wrap; readonly lines: boolean }

/** The nodes that a tag could stand for. */
type Mark = Exclude<PhrasingContent['type'], 'text' | 'html' | 'inlineCode' | 'footnoteReference'>

export const markMeanings = {
  break: alone(() => ({ kind: 'break' })),
  delete: as('deleted'),
  emphasis: as('emphasis'),
  image: alone(image),
  imageReference: alone(image),
  link: around(link),
  linkReference: around(link),
  strong: as('strong'),
} satisfies Record<Mark, MarkMeaning>

const text = around((inlines) => inlines)
const lines = around((inlines) => inlines, true)

/** A tag that is not in this table is shown as it is written. */
export const tagMeanings: ReadonlyMap<string, MarkMeaning> = new Map<string, MarkMeaning>([
  ['a', markMeanings.link],
  ['b', markMeanings.strong],
  ['br', markMeanings.break],
  ['center', lines],
  ['code', around(code)],
  ['del', markMeanings.delete],
  ['details', lines],
  ['div', lines],
  ['em', markMeanings.emphasis],
  ['font', text],
  ['i', markMeanings.emphasis],
  ['img', markMeanings.image],
  ['ins', text],
  ['kbd', as('key')],
  ['mark', as('mark')],
  ['p', lines],
  ['s', markMeanings.delete],
  ['span', text],
  ['strong', markMeanings.strong],
  ['sub', as('sub')],
  ['summary', as('summary', true)],
  ['sup', as('sup')],
  ['u', text],
])

function alone(make: (attributes: Attributes) => Inline): MarkMeaning {
  return { kind: 'alone', make }
}

function around(wrap: Wrap, lines = false): MarkMeaning {
  return { kind: 'around', wrap, lines }
}

function as(kind: Wrapping, lines = false): MarkMeaning {
  return around((inlines) => [{ kind, inlines }], lines)
}

function link(inlines: readonly Inline[], attributes: Attributes): readonly Inline[] {
  const address = attributes('href')
  if (address === '') return inlines
  return [{ kind: 'link', url: followed(address), address: oneLine(address), inlines }]
}

function code(inlines: readonly Inline[]): readonly Inline[] {
  const [only] = inlines
  if (inlines.length === 1 && only?.kind === 'link') {
    return [{ ...only, inlines: code(only.inlines) }]
  }
  return [{ kind: 'code', text: oneLine(plainText(inlines)) }]
}

function image(attributes: Attributes): Inline {
  const alt = joinedText(safe(attributes('alt'))).trim()
  return { kind: 'image', src: attributes('src'), alt }
}
