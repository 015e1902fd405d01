import { type Day, dayText } from '../schedule/day.ts'
import { recallNow } from '../schedule/fold.ts'
import type { Rules } from '../schedule/rules.ts'
import type { Act, Instant, Standing } from '../schedule/schedule.ts'
import { minuteText } from '../schedule/time.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What a standing is told against. */
export type Now = { readonly at: Instant; readonly day: Day; readonly rules: Rules }

/** Where a card stands, in one line: stage, due day, reviews, lapses, recall. */
export function standingText(standing: Standing, now: Now, look: Look): string {
  const words = look.say.standing
  const { schedule, suspended } = standing
  const parts = [
    words[schedule?.stage ?? 'new'],
    ...(suspended ? [words.suspended] : []),
    ...(isBuried(standing, now.day) ? [words.buried] : []),
  ]
  if (schedule === undefined) return parts.join(' · ')
  const recall = recallNow(standing, now.at, now.rules) ?? 1
  // within the day of the review FSRS-6 is no better than a constant
  const tellsRecall = schedule.lastDay < now.day
  return [
    ...parts,
    words.due(dayText(schedule.due)),
    words.reps(schedule.reps),
    ...(schedule.lapses > 0 ? [words.lapses(schedule.lapses)] : []),
    ...(tellsRecall ? [words.recall(Math.round(recall * 100))] : []),
  ].join(' · ')
}

/** The same for another program: stage, due day, reviews and lapses. */
export function standingRecord(standing: Standing, today: Day): readonly string[] {
  const { schedule, suspended } = standing
  const aside = suspended ? 'suspended' : isBuried(standing, today) ? 'buried' : ''
  if (schedule === undefined) return ['new', '', '0', '0', aside]
  const { stage, due, reps, lapses } = schedule
  return [stage, dayText(due), String(reps), String(lapses), aside]
}

function isBuried({ buriedOn }: Standing, today: Day): boolean {
  return buriedOn !== undefined && buriedOn >= today
}

const shown = 10

/** Where a card stands and how it was graded lately; nothing for one that nothing was done with. */
export function cardHistoryLines(
  standing: Standing,
  acts: readonly Act[],
  now: Now,
  look: Look,
): readonly string[] {
  if (acts.length === 0) return []
  const { say, paint } = look
  const lines = acts.slice(-shown).map((act) => {
    const time = minuteText(act.at, act.offset)
    return `  ${paint.dim(time)}  ${act.kind === 'review' ? say.grade[act.grade] : say.act[act.kind]}`
  })
  const before = acts.length - shown
  return [
    '',
    paint.strong(say.standing.history),
    ...wrap(safe(standingText(standing, now, look)), textColumns(look), {
      first: '  ',
      rest: '  ',
    }),
    ...(before > 0 ? [paint.dim(`  ${say.standing.more(before)}`)] : []),
    ...lines,
  ]
}
