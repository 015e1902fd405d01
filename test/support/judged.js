// How good ranked answers to judged queries are; the bench and the tests score alike.

/**
 * The reciprocal rank of the first relevant answer, and nDCG@10 with relevance yes or no.
 * @param {readonly string[]} found best first
 * @param {readonly string[]} relevant
 */
export function scoreOf(found, relevant) {
  const gains = found.slice(0, 10).map((one) => (relevant.includes(one) ? 1 : 0))
  const first = gains.indexOf(1)
  const sum = (/** @type {readonly number[]} */ values) =>
    values.reduce((total, value, i) => total + value / Math.log2(i + 2), 0)
  const ideal = sum(relevant.slice(0, 10).map(() => 1))
  return { rank: first < 0 ? 0 : 1 / (first + 1), gain: ideal === 0 ? 0 : sum(gains) / ideal }
}
