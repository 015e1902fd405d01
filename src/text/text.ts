import stringWidth from 'fast-string-width'

/** Text of a file or a person made fit for the terminal: of all controls only the newline is left. */
export function safe(text: string): string {
  if (harmless.test(text)) return text
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/\t/g, '    ')
    .replace(/[\0-\x09\x0b-\x1f]/g, (control) =>
      String.fromCharCode(0x2400 + control.charCodeAt(0)),
    )
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f]|\p{Surrogate}/gu, '\ufffd')
    .replace(invisible, '')
}

/** Text made fit for the terminal and for one line of it. */
export function oneLine(text: string): string {
  return safe(text).replaceAll('\n', ' ')
}

// Most text, told by ranges: the properties below take milliseconds to compile.
const harmless =
  /^[\n -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2460-\u2bff\u3000-\u312f\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff9d]*$/

/** The cells of a bare text in a row of the terminal. */
export function width(text: string): number {
  const plain = widthOfPlain(text)
  if (plain !== undefined) return plain
  if (simple.test(text)) return stringWidth(text)
  let cells = 0
  for (const grapheme of graphemes(text)) cells += graphemeWidth(grapheme)
  return cells
}

// ASCII and what Chinese text is made of, which is most of all that is measured.
function widthOfPlain(text: string): number | undefined {
  let cells = 0
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if ((code >= 0x20 && code <= 0x7e) || code === 0x2026) cells += 1
    else if (code >= 0x4e00 && code <= 0x9fff) cells += 2
    else if (code >= 0x3001 && code <= 0x3029) cells += 2
    else if (code >= 0xff01 && code <= 0xff5e) cells += 2
    else return undefined
  }
  return cells
}

/** What a person would count as characters. */
export function graphemes(text: string): string[] {
  // what is plain has no character of two units
  if (widthOfPlain(text) !== undefined) return text.split('')
  const stretches = text.match(alike) ?? []
  return stretches.flatMap((one) => (simple.test(one) ? Array.from(one) : segments(one)))
}

/** A bare text cut to so many cells, with a mark where it was cut; line breaks become spaces. */
export function clip(text: string, columns: number, look = { unicode: true }): string {
  const line = text.replace(/\n\s*/g, ' ')
  if (width(line) <= columns) return line
  const mark = look.unicode ? '…' : '...'
  const room = columns - width(mark)
  return room < 0 ? fitting(line, columns).trimEnd() : fitting(line, room).trimEnd() + mark
}

/** A bare text with spaces after it until it fills so many cells. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - width(text)))
}

// Everything Unicode calls ignorable can hide or reorder what is read. Kept: the joiner and the
// selector inside an emoji, the joiners of the scripts that spell with them.
const invisible = new RegExp(
  [
    '(?!(?<=\\p{Extended_Pictographic}\\ufe0f?|\\p{Emoji_Modifier})\\u200d\\p{Extended_Pictographic})',
    '(?!(?<=\\p{Emoji})[\\ufe0e\\ufe0f])',
    `(?!(?<=[${[
      ...['Arabic', 'Syriac', 'Mongolian', 'Devanagari', 'Bengali', 'Gurmukhi', 'Gujarati'],
      ...['Oriya', 'Tamil', 'Telugu', 'Kannada', 'Malayalam', 'Sinhala'],
    ]
      .map((script) => `\\p{Script=${script}}`)
      .join('')}])[\\u200c\\u200d])`,
    '[\\p{Default_Ignorable_Code_Point}\\ufff9-\\ufffb]',
  ].join(''),
  'gu',
)

// Code points that stand alone, so that nobody need ask Intl, which is 50 times slower.
const alone =
  '\\n -~\\u00a0-\\u02ff\\u0370-\\u0482\\u048a-\\u0588\\u2010-\\u2027\\u2030-\\u205e\\u2070-\\u20cf\\u2100-\\u2bff' +
  '\\u3000-\\u3029\\u3030-\\u3098\\u309b-\\u312f\\u3190-\\ua4cf\\uac00-\\ud7a3\\uff00-\\uff9d\\uffe0-\\uffe6'
const simple = new RegExp(`^[${alone}]*$`)
const alike = new RegExp(`(?:[${alone}](?![^${alone}]))+|[${alone}]?[^${alone}]+`, 'g')

let segmenter: Intl.Segmenter | undefined

// In slices, because the time Intl takes grows with the square of the length.
function segments(text: string): string[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  const found: string[][] = []
  let size = 256
  for (let at = 0; at < text.length; ) {
    const parts = Array.from(segmenter.segment(text.slice(at, at + size)), (part) => part.segment)
    const isLast = at + size >= text.length
    // the slice may have cut a surrogate pair, and the character it adds to
    const whole = isLast ? parts : parts.slice(0, -2)
    if (whole.length === 0) size *= 2
    found.push(whole)
    at += whole.join('').length
  }
  return found.flat()
}

// Letters joined into one shape (Korean, some emoji) are measured one by one by the library.
function graphemeWidth(grapheme: string): number {
  return Math.min(2, stringWidth(grapheme.replace(/[\u200c\u200d]/g, '')))
}

function fitting(text: string, columns: number): string {
  let room = columns
  let kept = ''
  for (const grapheme of graphemes(text)) {
    room -= graphemeWidth(grapheme)
    if (room < 0) break
    kept += grapheme
  }
  return kept
}
