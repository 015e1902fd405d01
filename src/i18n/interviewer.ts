import type { CardLanguage } from '../cards/card.ts'

type Interviewer = {
  /** Asks for a key point that an answer lacked. */
  readonly missed: (point: string) => string
}

/** What the interviewer asks on its own, in the language of the card, whatever the program speaks. */
export const interviewer: Readonly<Record<CardLanguage, Interviewer>> = {
  en: { missed: (point) => `And “${point}”: how, or why?` },
  zh: { missed: (point) => `再说说“${point}”：是怎么回事，为什么？` },
}
