import { formulasApart } from '../../text/formula/apart.ts'
import { lettersIn } from '../../text/letters.ts'
import { isPicture, withoutHighlights, withoutNoteLinks } from '../../text/note-marks.ts'
import { remembered } from '../../text/remembered.ts'
import { withoutEmphasis } from './emphasis.ts'
import { undressed } from './tags.ts'

const entities: Readonly<Record<string, string>> = {
  nbsp: ' ',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  hellip: '…',
  mdash: '—',
  ndash: '–',
  middot: '·',
  times: '×',
  rarr: '→',
  larr: '←',
}

/** What a piece of inline Markdown says, without its markup, on one line. */
export const plain = remembered(plainly)

function plainly(markdown: string): string {
  if (!/[`*_~<>&[\]\\=%\u0001]/.test(markdown)) return squeezed(markdown.slice(0, 4000))
  const kept: string[] = []
  const keep = (text: string) => `\u0001${kept.push(text) - 1}\u0001`
  let text = markdown.slice(0, 4000).replaceAll('\u0001', '')
  const { parts, text: light } = formulasApart(text)
  text = parts(light)
    .map((part) => (typeof part === 'string' ? part : keep(part.source)))
    .join('')
  if (text.includes('`')) {
    text = text.replace(code, (_, __, inside: string) => keep(inside.trim()))
  }
  if (text.includes('\\')) {
    text = text.replace(/\\([!-/:-@[-`{-~])/g, (_, mark: string) => keep(mark))
  }
  if (text.includes('<')) {
    text = undressed(text.replace(/<!--[\s\S]{0,2000}?-->/g, '')).replace(
      /<((?:https?|mailto):[^<>\s]+)>/g,
      '$1',
    )
  }
  text = withoutEmphasis(withoutDialect(withoutLinks(text)))
  if (text.includes('&')) {
    text = text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) =>
      entity(whole, name),
    )
  }
  const flat =
    kept.length === 0
      ? text
      : text.replace(/\u0001(\d+)\u0001/g, (_, index: string) => kept[Number(index)] ?? '')
  return squeezed(flat)
}

const code = /(?<!`)(`{1,8})(?!`)((?:[^`]|(?!\1(?!`))`+){1,2000}?)(?<!`)\1(?!`)/g

function squeezed(text: string): string {
  return /\s{2}|[^\S ]/.test(text) ? text.replace(/\s+/g, ' ').trim() : text.trim()
}

function withoutLinks(text: string): string {
  if (!text.includes(']')) return text
  return (
    text
      .replace(/!\[\[[^[\]\n]{1,400}\]\]/g, '')
      .replace(/!\[[^\]]{0,400}\](?:\([^()]{0,2000}\)|\[[^\]]{1,200}\])/g, '')
      .replace(/\[\[[^[\]]{0,60}\](?:\([^()]{0,2000}\)\]?|\]\([^()]{0,2000}\))\)?/g, '')
      .replace(
        /\[((?:[^[\]]|\[[^[\]]{0,200}\]){0,1000})\]\((?:[^()]|\([^()]{0,400}\)){0,2000}\)/g,
        '$1',
      )
      // behind a word such brackets are an index, and lead nowhere
      .replace(/(?<![\w)\]])\[([^[\]]{1,400})\]\[[^[\]]{0,100}\]/g, '$1')
      .replace(/(?<=[^\s\u0001])\[\^[^\]]{1,30}\]/g, '')
  )
}

const hidden = /(?<![\w%])%%(?!%)[^%]{1,2000}%%(?![\w%])/g

/** Without the marks of note programs around and between words. */
function withoutDialect(text: string): string {
  const linked = withoutNoteLinks(text, ({ name, text, isEmbed }) =>
    isEmbed && isPicture(name) ? '' : text,
  )
  const bare = withoutHighlights(linked)
  return bare.includes('%%') ? bare.replace(hidden, ' ') : bare
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole
  const hex = name[1] === 'x' || name[1] === 'X'
  const code = hex ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
}

const picture =
  '\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f|[★☆▲△▶►◆◇■□●○\\s]|:[a-z0-9_+-]{2,40}:'
const pictures = new RegExp(`^(?:${picture})+`, 'u')
const tailPictures = new RegExp(
  `(?:${picture}|\\*{3}|▲\\s*\\d+|[([（【][★☆⭐\\s]+[)\\]）】])+$`,
  'u',
)

/** The text without the stars, badges and pointing hands around it. */
export function withoutOrnament(text: string): string {
  let bare = text.trim()
  if (!/^[\p{L}\p{N}]/u.test(bare)) bare = bare.replace(pictures, '').replace(/^[☰¶§]\s*/, '')
  // a cheap look at the end first: the pattern is tried at every character
  if (/[\p{L}?？。.]$/u.test(bare)) return bare
  return bare
    .replace(/\s+#+$/, '')
    .replace(tailPictures, '')
    .trim()
}

/** The letters and digits of a text, remembered: headings and cells are asked for theirs again and again. */
export const keyOf = remembered(lettersIn)
