import type { Card } from '../cards/card.ts'
import { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import type { Interviews } from '../host/interviews.ts'
import { type Interview, interviewOf } from '../interview/interview.ts'
import type { Begun } from '../interview/step.ts'
import type { Mode } from '../session/asking.ts'
import { type Plan, planned, type Wish } from '../session/interview.ts'
import { introLines } from '../view/report.ts'
import { type Choices, chooseInterview } from './interview-menu.ts'
import { type LibraryOptions, someCardsFor } from './library-options.ts'
import { offerOpen, resumeLatest } from './resume-interview.ts'
import { sitOn } from './sit-on.ts'

export type Options = LibraryOptions & {
  readonly questions?: number
  readonly minutes?: number
  readonly seconds?: number
  readonly mode?: Mode
  readonly seed?: string
  readonly exam?: boolean
  readonly soft?: boolean
  readonly breaks?: boolean
  readonly followUps?: boolean
  readonly resume?: boolean
}

const defaultSeconds = 120

/** `viva interview`: asks under a clock, shows the model answer, keeps each grade at once. */
export async function run(host: Host, options: Options): Promise<void> {
  if (!host.terminal.interactive) {
    throw new UserError({ code: 'no-terminal', command: 'interview' })
  }
  const store = await host.openInterviews()
  if (options.resume === true) return resumeLatest(host, store)
  if (await offerOpen(host, store, asksFirst(options))) return
  return sitInterview(host, await someCardsFor(host, options), options)
}

function asksFirst({ questions, seconds }: Options): boolean {
  return questions === undefined && seconds === undefined
}

/** A new interview on these cards. */
export async function sitInterview(
  host: Host,
  all: readonly Card[],
  options: Options,
): Promise<void> {
  const { terminal } = host
  const choices = asksFirst(options) ? await chooseInterview(host, all, options) : { cards: all }
  const plan = planned(choices.cards, wishOf(host, options, choices))
  terminal.print(introLines(plan, terminal.look()))
  const store = await host.openInterviews()
  const interview = begin(store, begunOf(host, plan, options))
  await sitOn(host, store, interview, all)
}

function begin(store: Interviews, begun: Begun): Interview {
  const name = store.begin(begun)
  const interview = interviewOf(name, [begun])
  if (interview === undefined) throw new Error('an interview that does not begin')
  return interview
}

function begunOf(host: Host, plan: Plan, options: Options): Begun {
  const at = host.now()
  return {
    ...{ kind: 'begun', at, offset: host.offsetAt(at), seed: plan.seed, mode: plan.mode },
    ...{ exam: options.exam === true, soft: options.soft === true },
    ...{ breaks: options.breaks === true, followUps: options.followUps !== false },
    planned: plan.cards.map(({ id }) => ({ card: id, limitMs: Math.round(plan.limitMs) })),
    libraries: (options.library ?? []).map(host.absolute),
    ...{ narrowed: narrowedBy(options), totalMs: plan.totalMs },
  }
}

/** What the cards were narrowed by, as a person would type it. */
function narrowedBy({ topic = [], tag = [], level = [], from }: Options): string {
  const all = [
    ...topic.map((word) => `--topic ${word}`),
    ...tag.map((word) => `--tag ${word}`),
    ...level.map((word) => `--level ${word}`),
    ...(from === undefined ? [] : [`--from ${from}`]),
  ]
  return all.join(' ')
}

function wishOf(host: Host, options: Options, choices: Choices): Wish {
  const settings = host.settings.read()
  const { seconds, minutes } = options
  const count = choices.questions ?? options.questions
  return {
    questions: count ?? (minutes === undefined ? settings.questions : undefined),
    limitMs: seconds === undefined ? undefined : seconds * 1000,
    usualMs: (settings.seconds ?? defaultSeconds) * 1000,
    totalMs: minutes === undefined ? undefined : minutes * 60_000,
    mode: choices.mode ?? options.mode ?? settings.mode ?? 'type',
    seed: options.seed ?? host.random().toString(36).slice(2, 8),
  }
}
