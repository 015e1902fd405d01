import { reasonOf } from '../errors.ts'
import type { CardHistory } from '../schedule/tuning.ts'
import type { FitAnswer } from './fit-parameters.ts'

// A process of its own: native code that fails or fills the memory takes nothing else with it.

/** Longer histories are cut; FSRS learns from no more, and the cost grows with the square. */
const longest = 64

process.on('disconnect', () => process.exit())
process.on('message', async (histories: readonly CardHistory[]) => {
  process.send?.(await answered(histories))
})

async function answered(histories: readonly CardHistory[]): Promise<FitAnswer> {
  let binding: typeof import('@open-spaced-repetition/binding')
  try {
    binding = await import('@open-spaced-repetition/binding')
  } catch (error) {
    return { kind: 'missing', reason: reasonOf(error) }
  }
  try {
    const { computeParameters, FSRSBindingItem, FSRSBindingReview } = binding
    // one item for each review that some days have passed before, with all before it
    const items = histories.flatMap((history) => {
      const reviews = history.slice(0, longest).map(([g, days]) => new FSRSBindingReview(g, days))
      const ends = reviews.flatMap(({ deltaT }, i) => (deltaT > 0 ? [i + 1] : []))
      return ends.map((end) => new FSRSBindingItem(reviews.slice(0, end)))
    })
    // `timeout` is how often it looks whether it is done, in ms
    const parameters = await computeParameters(items, { enableShortTerm: true, timeout: 20 })
    return { kind: 'fitted', parameters }
  } catch (error) {
    return { kind: 'failed', reason: reasonOf(error) }
  }
}
