/** What a UTF-16 unit is, by number; 0 as long as nobody asked. */
const kinds = new Uint8Array(0x10000)
const kept = 1
const left = 2
/** The first half of a pair. */
const half = 3

let units = new Uint16Array(4096)

/**
 * The letters and digits of a text, without case and width: equal if two texts say the same. Every
 * answer is asked for them when its card is named, so they are picked by a table: the same by a
 * pattern takes four times as long.
 */
export function lettersIn(text: string): string {
  const folded = (ordinary.test(text) ? text : text.normalize('NFKC')).toLowerCase()
  if (units.length < folded.length) units = new Uint16Array(folded.length * 2)
  let length = 0
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at)
    const kind = kinds[unit] || kindOf(unit)
    if (kind === left) continue
    if (kind === half) {
      if (!isLetter.test(folded.slice(at, at + 2))) continue
      units[length++] = unit
      at++
    }
    units[length++] = folded.charCodeAt(at)
  }
  return textOf(units.subarray(0, length))
}

/** What NFKC leaves as it is, and marks that are no letters in any width. */
const ordinary = /^[\t-~\u4e00-\u9fff、。《》「」【】，：；？！（）“”‘’—…·]*$/

const isLetter = /^[\p{L}\p{N}]/u

function kindOf(unit: number): number {
  const isHalf = unit >= 0xd800 && unit < 0xdc00
  const kind = isHalf ? half : isLetter.test(String.fromCharCode(unit)) ? kept : left
  kinds[unit] = kind
  return kind
}

// as many as a call may have arguments on every machine
const atOnce = 4096

function textOf(picked: Uint16Array): string {
  let text = ''
  for (let at = 0; at < picked.length; at += atOnce) {
    // spread, they would be copied one by one
    text += String.fromCharCode.apply(null, picked.subarray(at, at + atOnce) as unknown as number[])
  }
  return text
}
