import type { PhrasingContent } from 'mdast'
import { oneLine, safe } from '../text/text.ts'
import { followed } from './address.ts'
import { type Inline, plainText, type Wrapping } from './document.ts'
import { joinedText } from './join-lines.ts'

/** The value of an attribute by its name; empty if there is none. */
export type Attributes = (name: 'href' | 'src' | 'alt' | 'type' | 'checked') => string

/** What stands in the place of the inlines that are held. */
export type Wrap = (inlines: readonly Inline[], attributes: Attributes) => readonly Inline[]

/** What a mark of Markdown or a tag of HTML means. */
export type MarkMeaning =
  | { readonly kind: 'alone'; readonly make: (attributes: Attributes) => readonly Inline[] }
  | { readonly kind: 'around'; readonly wrap: Wrap }

/** The nodes that a tag could stand for. */
type Mark = Exclude<PhrasingContent['type'], 'text' | 'html' | 'inlineCode' | 'footnoteReference'>

export const markMeanings = {
  break: alone(() => [{ kind: 'break' }]),
  delete: as('deleted'),
  emphasis: as('emphasis'),
  image: alone(image),
  imageReference: alone(image),
  link: around(link),
  linkReference: around(link),
  strong: as('strong'),
} satisfies Record<Mark, MarkMeaning>

const text = around((inlines) => inlines)
const nothing = alone(() => [])
const code = around(coded)
const drawn = around((inlines) => [{ kind: 'text', text: plainText(inlines) }])

/** A tag within a line that is not in this table is shown as it is written. */
export const tagMeanings: ReadonlyMap<string, MarkMeaning> = new Map<string, MarkMeaning>([
  ['a', markMeanings.link],
  ['br', markMeanings.break],
  ['img', markMeanings.image],
  ['kbd', as('key')],
  ['mark', as('mark')],
  ['sub', as('sub')],
  ['sup', as('sup')],
  ['summary', as('summary')],
  ['input', alone(box)],
  ['q', around((inlines) => [{ kind: 'text', text: `“${plainText(inlines)}”` }])],
  ['rt', around((inlines) => [{ kind: 'text', text: `(${plainText(inlines)})` }])],
  ...all('b strong', markMeanings.strong),
  ...all('cite dfn em i var', markMeanings.emphasis),
  ...all('del s strike', markMeanings.delete),
  ...all('ins u', as('inserted')),
  ...all('code samp tt', code),
  ...all('math svg', drawn),
  // programs, and what is said twice
  ...all('rp script style template', nothing),
  ...all('abbr audio bdi bdo big button data embed font iframe label nobr noscript object', text),
  ...all('output picture rb rtc ruby select small span textarea time title video', text),
])

function all(names: string, meaning: MarkMeaning): (readonly [string, MarkMeaning])[] {
  return names.split(' ').map((name) => [name, meaning])
}

function alone(make: (attributes: Attributes) => readonly Inline[]): MarkMeaning {
  return { kind: 'alone', make }
}

function around(wrap: Wrap): MarkMeaning {
  return { kind: 'around', wrap }
}

function as(kind: Wrapping): MarkMeaning {
  return around((inlines) => [{ kind, inlines }])
}

function link(inlines: readonly Inline[], attributes: Attributes): readonly Inline[] {
  const address = attributes('href')
  if (address === '') return inlines
  return [{ kind: 'link', url: followed(address), address: oneLine(address), inlines }]
}

function coded(inlines: readonly Inline[]): readonly Inline[] {
  const [only] = inlines
  if (inlines.length === 1 && only?.kind === 'link') {
    return [{ ...only, inlines: coded(only.inlines) }]
  }
  return [{ kind: 'code', text: oneLine(plainText(inlines)) }]
}

function image(attributes: Attributes): readonly Inline[] {
  const alt = joinedText(safe(attributes('alt'))).trim()
  return [{ kind: 'image', src: attributes('src'), alt }]
}

function box(attributes: Attributes): readonly Inline[] {
  if (attributes('type').toLowerCase() !== 'checkbox') return []
  return [{ kind: 'text', text: attributes('checked') === '' ? '☐ ' : '☑ ' }]
}
