import type { Font } from './font.ts'

/** Text as fonts can show it, and what they could not. */
export type Glyphs = {
  readonly shown: (text: string) => string
  /** Code likewise, which is set in the font of code first. */
  readonly code: (text: string) => string
  /** Cells that a character of code takes; a Chinese one takes two. */
  readonly cells: (character: string) => number
  /** Characters that no font has, in the order they were met. */
  readonly missing: ReadonlySet<string>
}

/** The fonts that a document is set in. */
export type Fonts = {
  readonly sans: Font
  readonly mono: Font
  readonly emoji: Font
  /** Those of the person. */
  readonly own: readonly Font[]
}

/** A character that no font has is named by its number, `[U+20BB7]`. */
export function glyphsOf({ sans, mono, emoji, own }: Fonts): Glyphs {
  const missing = new Set<string>()
  const all = [sans, mono, emoji, ...own]
  const usual = (codePoint: number) => sans.usual?.(codePoint) ?? codePoint
  const isTwin = (codePoint: number, first: Font) =>
    codePoint > 0x7f && sans.has(codePoint) && (first === sans || !first.has(codePoint))
  const isKnown = (codePoint: number) => all.some((font) => font.has(codePoint))
  const shownIn = (first: Font) => (text: string) => {
    if (plain.test(text)) return text
    let kept = ''
    for (const character of text.normalize('NFC').replace(unseen, '')) {
      const codePoint = character.codePointAt(0) ?? 0
      if (character === '\n' || isKnown(codePoint)) {
        kept += isTwin(codePoint, first) ? String.fromCodePoint(usual(codePoint)) : character
      } else if (codePoint >= 0x2400 && codePoint <= 0x2421) kept += caret(codePoint)
      else {
        missing.add(character)
        kept += `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`
      }
    }
    return kept
  }
  const shown = shownIn(sans)
  const cells = (character: string) => {
    const codePoint = character.codePointAt(0) ?? 0
    if (codePoint < 0x7f || mono.has(codePoint)) return 1
    return sans.has(codePoint) ? 2 : 3
  }
  return { shown, code: shownIn(mono), cells, missing }
}

/** What stands for a control, such as `␛`, as keyboards name it: `^[`. */
function caret(codePoint: number): string {
  if (codePoint === 0x2420) return ' '
  return `^${codePoint === 0x2421 ? '?' : String.fromCharCode(codePoint - 0x2400 + 0x40)}`
}

// Most text, so that it need not be looked through.
const plain = /^[\n -~\u3001-\u3011\u4e00-\u9fa5\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]*$/
// What only changes the look of the character before it: a colour of emoji, a tone of skin.
const unseen =
  /\p{Variation_Selector}|\p{Emoji_Modifier}|[\u200b\u200c]|\u200d|[\u{e0000}-\u{e007f}]/gu
