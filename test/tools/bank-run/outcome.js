// What became of a block, and how its faults are told.
import { untrue } from './claims.js'

/**
 * `ran` alone or with what a trial puts around it; `checked`: its syntax alone; `fragment`: it needs
 * what it does not show; `skipped`: what it runs on is not installed.
 * @typedef {'alone' | 'tried' | 'checked' | 'fragment' | 'skipped'} Kind
 * @typedef {{ kind: Kind, why: string, faults: readonly string[] }} Outcome
 */

/** @param {import('./blocks.js').Block} block @returns {Outcome} */
export function ran(block) {
  return { kind: block.around === undefined ? 'alone' : 'tried', why: '', faults: [] }
}

/** @param {Exclude<Kind, 'alone' | 'tried'>} kind @param {string} why @returns {Outcome} */
export function notRun(kind, why) {
  return { kind, why, faults: [] }
}

/**
 * A block that ran and did not do what it should.
 * @param {import('./blocks.js').Block} block
 * @param {string} text
 * @param {number} [line] of the block, from 1
 * @returns {Outcome}
 */
export function differs(block, text, line = 0) {
  const [first] = block.places
  const place = first === undefined ? '' : `${first.file}:${first.line + Math.max(0, line)}`
  return { ...ran(block), faults: [`${place} ${text}`] }
}

/**
 * A block that ran, with whatever it printed otherwise than either language says.
 * @param {import('./blocks.js').Block} block
 * @param {readonly import('./claims.js').Printed[]} printed
 * @returns {Outcome}
 */
export function heard(block, printed) {
  const whole = printed.map(({ text }) => text).join('\n')
  const faults = block.places.flatMap(({ file, line: fence, code, output }) => [
    ...untrue(block.language, block.code, code, printed).map(
      ({ line, said, was }) => `${file}:${fence + line} says "${said}", prints "${was}"`,
    ),
    ...(output === undefined || output.trim() === whole.trim()
      ? []
      : [`${file}:${fence} prints otherwise than the text below it: "${whole}"`]),
  ])
  return { ...ran(block), faults }
}
