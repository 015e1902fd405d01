// What a block says it prints, held against what it printed.
import { linesOf } from '../../support/code-only.js'

/**
 * Something that was printed, and the line of the block that printed it.
 * @typedef {{ text: string, line: number }} Printed
 */

/** So far may a number be off that is said to be about right: what is random has no other value. */
const about = 0.1

/**
 * What a block says it prints that it did not print; a twin is held against the same run.
 * @param {string} language
 * @param {string} ran the code that was run
 * @param {string} shown the same code, its comments perhaps in another language
 * @param {readonly Printed[]} printed
 * @returns {readonly { line: number, said: string, was: string }[]} lines of `shown`, from 1
 */
export function untrue(language, ran, shown, printed) {
  const claims = claimsIn(language, shown)
  const ordinals = ordinalsOf(language, ran)
  /** @type {Map<number, string[]>} */
  const heard = new Map([...claims.keys()].map((ordinal) => [ordinal, []]))
  for (const { text, line } of printed) heard.get(ordinals[line - 1] ?? -1)?.push(text)
  return [...claims].flatMap(([ordinal, { line, said }]) => {
    const texts = heard.get(ordinal) ?? []
    const was = texts.join(' ')
    // what is printed several times may be said once
    return texts.every((one) => holds(said, one)) || holds(said, was) ? [] : [{ line, said, was }]
  })
}

/**
 * Whether a remark says what was printed: `3`, `prints 3`, `3: why` or, of a number, `about 3`.
 * @param {string} said
 * @param {string} was
 */
export function holds(said, was) {
  const claim = said
    .replace(/^(?:→|->|=>|prints|输出)\s*/, '')
    .replace(/^(\d+) ?(?:rows?|行)/, '$1 rows')
  if (
    claim === was ||
    (claim.startsWith(was) && /^\s*[:：,，;；(（]/.test(claim.slice(was.length)))
  ) {
    return was !== '' || claim === ''
  }
  const [, near] = /^(?:about|大约|约)\s*(-?[\d.]+)/.exec(claim) ?? []
  return (
    near !== undefined && Math.abs(Number(was) - Number(near)) <= Math.abs(Number(near) * about)
  )
}

/**
 * Remarks that may say what a line of code prints: those that end it, or stand alone below it with
 * nothing after them. By which line of code it is, empty ones and those of comments not counted.
 * @param {string} language
 * @param {string} code
 * @returns {ReadonlyMap<number, { line: number, said: string }>}
 */
function claimsIn(language, code) {
  const lines = linesOf(language, code)
  const ordinals = ordinalsOf(language, code)
  /** @type {Map<number, { line: number, said: string }>} */
  const claims = new Map()
  for (const [i, line] of lines.entries()) {
    const below = lines[i - 1]
    const ends = line.code !== ''
    const alone =
      language !== 'sql' &&
      below?.code !== '' &&
      below?.remark === undefined &&
      isEmpty(lines[i + 1])
    if (line.remark === undefined || !(ends || alone)) continue
    const said = line.remark.replace(/^(?:#|\/\/|--)\s*/, '').trim()
    claims.set(ordinals[i] ?? 0, { line: i + 1, said })
  }
  return claims
}

/** @param {import('../../support/code-only.js').CodeLine | undefined} line */
function isEmpty(line) {
  return line === undefined || (line.code === '' && line.remark === undefined)
}

/** Of each line, how many lines of code there are up to it. @param {string} language @param {string} code */
function ordinalsOf(language, code) {
  let count = 0
  return linesOf(language, code).map((line) => {
    if (line.code !== '') count += 1
    return count
  })
}
