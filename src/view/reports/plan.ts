import { isUrgent, type Why } from '../../interview/need.ts'
import { type Choice, type Plan, plannedMs } from '../../interview/plan.ts'
import { clockTime } from '../../schedule/time.ts'
import { safe } from '../../text/text.ts'
import { wrap } from '../../text/wrap.ts'
import { packed, textColumns } from '../layout.ts'
import type { Look } from '../look.ts'

/** What is about to happen: how many questions, how long, and how to have them again. */
export function introLines(plan: Plan, look: Look): readonly string[] {
  const { say, paint } = look
  const { choices, seed } = plan
  const text = say.plan.intro(choices.length, timeOfEach(plan, look), allOf(plan), safe(seed))
  return [
    ...wrap(text, textColumns(look)).map(paint.dim),
    ...lackingLines(plan, look).map(paint.warn),
  ]
}

function timeOfEach({ choices }: Plan, { say }: Look): string {
  const times = choices.map(({ limitMs }) => limitMs)
  const [least, most] = [clockTime(Math.min(...times)), clockTime(Math.max(...times))]
  return least === most ? least : say.plan.range(least, most)
}

function allOf({ choices, totalMs }: Plan): string {
  return clockTime(Math.min(plannedMs(choices), totalMs ?? Number.POSITIVE_INFINITY))
}

function lackingLines({ choices, lacking }: Plan, look: Look): readonly string[] {
  const { interview, plan } = look.say
  if (lacking.ms > 0) return wrap(interview.fewCards(choices.length), textColumns(look))
  if (lacking.questions === 0) return []
  const wanted = choices.length + lacking.questions
  return wrap(plan.fewerCards(choices.length, wanted), textColumns(look))
}

/** A plan that is only looked at: each question with its topic, level and time, and why it is there. */
export function planLines(plan: Plan, look: Look): readonly string[] {
  const { say, paint } = look
  const columns = textColumns(look)
  const { daysLeft } = plan
  const soon = isUrgent(daysLeft) ? wrap(say.plan.soon(daysLeft), columns) : []
  return [
    ...introLines(plan, look),
    ...soon.map(paint.dim),
    '',
    ...plan.choices.flatMap((choice, i) => choiceLines(choice, i, look)),
    '',
    ...wrap(say.plan.dry, columns).map(paint.dim),
  ]
}

function choiceLines({ card, limitMs, why, known }: Choice, i: number, look: Look) {
  const { say, paint } = look
  const [topic] = card.topics
  const number = `${String(i + 1).padStart(2)}. `
  const indent = ' '.repeat(number.length)
  const reasons = why.map((code) => reasonText(code, known, look))
  const facts = [
    clockTime(limitMs),
    ...(topic === undefined ? [] : [safe(topic)]),
    ...(card.level === undefined ? [] : [say.levels[card.level]]),
    ...(card.answer.kind === 'missing' ? [say.list.noAnswer] : []),
    ...reasons,
  ]
  return [
    ...wrap(safe(card.question), textColumns(look), { first: number, rest: indent }),
    ...packed(facts.join(' · '), textColumns(look) - indent.length).map(
      (line) => indent + paint.dim(line),
    ),
  ]
}

function reasonText(why: Why, { recall, coverage, missed }: Choice['known'], look: Look): string {
  const { why: words } = look.say.plan
  const percent = (share: number | undefined) => Math.round((share ?? 0) * 100)
  switch (why) {
    case 'weak':
      return words.weak(percent(recall))
    case 'thin':
      return words.thin(percent(coverage))
    case 'missed':
      return words.missed(missed)
    default:
      return words[why]
  }
}

/** A plan as `interview --dry-run --json` gives it. */
export function planJson({ choices, mode, seed, lacking }: Plan): object {
  return {
    seed,
    mode,
    totalMs: plannedMs(choices),
    lacking: lacking.questions > 0 || lacking.ms > 0 ? lacking : undefined,
    questions: choices.map(({ card, limitMs, why }) => {
      const { id, question, level, topics } = card
      return { id, question, topic: topics[0], level, limitMs, why }
    }),
  }
}
