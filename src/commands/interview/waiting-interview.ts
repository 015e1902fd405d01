import type { HostPart } from '../../host/host.ts'
import type { Interviews } from '../../host/store/interviews/interviews.ts'
import type { Interview } from '../../interview/interview.ts'
import { isWaiting } from '../../interview/waiting.ts'

/** The latest one that somebody may still want to go on with. */
export function latestWaiting(
  { clock }: HostPart<'clock'>,
  store: Interviews,
): Interview | undefined {
  const now = clock.now()
  return store.open().find((interview) => {
    const hasDraft = (store.kept(interview.name)?.text ?? '') !== ''
    return !store.isHeld(interview.name) && isWaiting(interview, now, hasDraft)
  })
}
