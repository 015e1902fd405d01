import { readFileSync } from 'node:fs'

/**
 * @typedef {object} SaidAnswer An answer to a card of the bundled bank, labelled before any verdict
 * was seen: of each key point whether it is said (1), not said (0), said wrongly (-1), or hard to
 * tell (null).
 * @property {string} card
 * @property {string} kind
 * @property {number} level from 0 to 3
 * @property {string} answer
 * @property {readonly [number | null, string][]} points
 */

/** @typedef {{ text: string, covered: boolean, verdict: string }} Judged */

/**
 * @param {string} file
 * @returns {readonly SaidAnswer[]}
 */
export function saidIn(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}

/**
 * How well verdicts agree with the labels.
 * @param {readonly { answer: SaidAnswer, coverage: number, points: readonly Judged[] }[]} all
 */
export function agreement(all) {
  const labelled = all.flatMap(({ answer, points }) =>
    answer.points.flatMap(([label, text]) => {
      const point = points.find((one) => one.text === text)
      return label === null || point === undefined ? [] : [{ label, point }]
    }),
  )
  const count = (/** @type {(label: number, point: Judged) => boolean} */ is) =>
    labelled.filter(({ label, point }) => is(label, point)).length
  const right = count((label, { covered }) => covered && label === 1)
  const ticked = count((_, { covered }) => covered)
  const said = count((label) => label === 1)
  const of = (/** @type {number} */ wanted) =>
    count((label, { covered }) => covered && label === wanted) / count((label) => label === wanted)
  const pairs = all.flatMap((worse) =>
    all.filter(({ answer }) => isBetter(answer, worse.answer)).map((better) => ({ worse, better })),
  )
  const ordered = pairs.filter(({ worse, better }) => worse.coverage < better.coverage).length
  const meanOf = (/** @type {RegExp} */ kind) => {
    const some = all.filter(({ answer }) => kind.test(answer.kind))
    return some.reduce((sum, { coverage }) => sum + coverage, 0) / Math.max(1, some.length)
  }
  return {
    answers: all.length,
    points: labelled.length,
    precision: right / ticked,
    recall: right / said,
    f1: (2 * right) / (ticked + said),
    contradictedTicked: of(-1),
    unsaidTicked: of(0),
    saidContradicted:
      count((label, { verdict }) => label === 1 && verdict === 'contradicted') / said,
    ordered: ordered / pairs.length,
    keywords: meanOf(/keyword/),
    nonsense: meanOf(/nonsense|other/),
  }
}

/**
 * @param {SaidAnswer} one
 * @param {SaidAnswer} other
 */
function isBetter(one, other) {
  return one.card === other.card && one.level > other.level
}
