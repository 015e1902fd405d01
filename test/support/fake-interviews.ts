import type { Interviews } from '../../src/host/store/interviews/interviews.ts'
import { interviewOf } from '../../src/interview/interview.ts'
import { encodeStep, stepsIn } from '../../src/interview/record.ts'
import type { Kept } from '../../src/interview/step.ts'

/** Interviews kept as text by name; each is written and read as in a file. */
export function fakeInterviews(files: Map<string, string>, drafts: Map<string, Kept>): Interviews {
  const interview = (name: string, text: string) =>
    interviewOf(name, stepsIn(Buffer.from(text)).records)
  const all = (latest = Number.POSITIVE_INFINITY) =>
    [...files]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(-latest)
      .flatMap(([name, text]) => interview(name, text) ?? [])
  return {
    all,
    open: () =>
      all()
        .filter(({ ended }) => ended === undefined)
        .reverse(),
    read: (name) => {
      const text = files.get(name)
      return text === undefined ? undefined : interview(name, text)
    },
    isHeld: () => false,
    begin: (step) => {
      const name = `interview-${String(files.size).padStart(3, '0')}`
      files.set(name, encodeStep(step))
      return name
    },
    hold: () => true,
    append: (name, step) => void files.set(name, (files.get(name) ?? '') + encodeStep(step)),
    keep: (name, _, kept) => void drafts.set(name, kept()),
    kept: (name) => drafts.get(name),
    editing: (name, turn) => `/home/interviews/${name}.turn-${turn}.md`,
    forget: (name) => void drafts.delete(name),
  }
}
