import type { CardLanguage } from '../cards/card.ts'
import type { Messages } from './en/en.ts'
import type { Manual } from './en/manual.ts'

/** What the program speaks; what cards are written in is another matter. */
export const tongues = ['en', 'zh'] as const
export type Tongue = (typeof tongues)[number]

type Spoken = {
  readonly words: () => Promise<Messages>
  readonly manual: () => Promise<Manual>
  /** What somebody who speaks it reads: of a card in several languages this one is shown. */
  readonly reads: CardLanguage
}

/** The words of each tongue; those of the others are not loaded. */
const spoken: Readonly<Record<Tongue, Spoken>> = {
  en: {
    words: async () => (await import('./en/en.ts')).en,
    manual: async () => (await import('./en/manual.ts')).manual,
    reads: 'en',
  },
  zh: {
    words: async () => (await import('./zh/zh.ts')).zh,
    manual: async () => (await import('./zh/manual.ts')).manual,
    reads: 'zh',
  },
}

export function messagesFor(tongue: Tongue): Promise<Messages> {
  return spoken[tongue].words()
}

/** What only help says. */
export function manualFor(tongue: Tongue): Promise<Manual> {
  return spoken[tongue].manual()
}

/** The language of the cards that somebody who speaks this is shown, if nothing else was said. */
export function readBy(tongue: Tongue): CardLanguage {
  return spoken[tongue].reads
}

/** The tongue of exactly this name. */
export function tongueNamed(name: string | undefined): Tongue | undefined {
  return tongues.find((tongue) => tongue === name)
}

/** What is spoken to somebody whose system says `zh-Hans-CN` or the like. */
export function tongueOf(locale: string): Tongue {
  return tongues.find((tongue) => locale.split('-', 1)[0] === tongue) ?? 'en'
}
