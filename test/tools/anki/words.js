// What a page says, in words: for comparing two pages that are built otherwise.

/** @type {Readonly<Record<string, string>>} */
const named = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }

/** The text of HTML without formulas, which are drawn otherwise, and without styles. @param {string} html */
export function textOf(html) {
  return html
    .replace(/<style\b.*?<\/style>/gs, ' ')
    .replace(/<math\b.*?<\/math>/gs, ' ')
    .replace(/\\[([].*?\\[)\]]/gs, ' ')
    .replace(/<img\b[^>]*?alt="([^"]*)"[^>]*>/g, ' $1 ')
    .replace(
      /<\/?(?:span|code|strong|em|del|ins|sub|sup|kbd|a|mark|b|i|u|s|small|abbr|q|cite)\b[^>]*>/g,
      '',
    )
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex, number, name) => {
      if (name !== undefined) return named[name] ?? whole
      return String.fromCodePoint(hex === undefined ? Number(number) : Number.parseInt(hex, 16))
    })
}

/** How often each word stands in a text; Chinese by the letter, and each sign that is no letter. @param {string} text */
function wordsOf(text) {
  /** @type {Map<string, number>} */
  const words = new Map()
  for (const [word] of text.matchAll(/\p{Script=Han}|[\p{L}\p{N}_]+|[^\s]/gu)) {
    words.set(word, (words.get(word) ?? 0) + 1)
  }
  return words
}

/** The words that only one of two texts has, or has more often. @param {string} one @param {string} other */
export function differing(one, other) {
  const [ours, theirs] = [wordsOf(one), wordsOf(other)]
  const all = new Set([...ours.keys(), ...theirs.keys()])
  return [...all].filter((word) => ours.get(word) !== theirs.get(word))
}
