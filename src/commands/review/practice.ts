import type { Card, CardLanguage } from '../../cards/card.ts'
import { select } from '../../cards/select.ts'
import type { Host, HostPart } from '../../host/host.ts'
import type { CardsById } from '../../interview/follow-ups.ts'
import type { Interview } from '../../interview/interview.ts'
import { inOneLanguage, otherLanguageOf, type Practice } from '../../schedule/practice.ts'
import {
  allCards,
  allCardsAgain,
  type LibraryOptions,
  someCardsFor,
  someOf,
} from '../cards/library-options.ts'

/** The language in which this person is asked: the setting, else that of the program. */
export function practiceOf(host: HostPart<'terminal' | 'store'>): Practice {
  return host.store.settings.read()['practice-language'] ?? host.terminal.look().language
}

/**
 * The same options for a command that asks: of the bundled bank, what it asks in is read beside what
 * the program speaks, in which the person names topics.
 */
export function practising<Options extends LibraryOptions>(
  host: HostPart<'terminal' | 'store'>,
  options: Options,
): Options {
  return { ...options, banks: banksFor(practiceOf(host), host.terminal.look().language) }
}

/** The same options for what was asked in either language. */
export function inBothBanks(options: LibraryOptions): LibraryOptions {
  return { ...options, banks: ['zh', 'en'] }
}

function banksFor(practice: Practice, spoken: CardLanguage): readonly CardLanguage[] {
  return practice === spoken ? [spoken] : [spoken, otherThan(spoken)]
}

/** What there is to ask: the cards chosen, each in all the languages it has. */
export async function cardsToAsk(host: Host, options: LibraryOptions): Promise<readonly Card[]> {
  const wish = practising(host, options)
  if (options.from !== undefined) {
    return inAllLanguages(host, await someCardsFor(host, wish), options)
  }
  const all = await allCards(host, wish)
  return withVersions(await someOf(host, all, wish), all, options)
}

/** The same of cards that were chosen in another way. */
export async function inAllLanguages(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  chosen: readonly Card[],
  options: LibraryOptions,
): Promise<readonly Card[]> {
  const practice = practiceOf(host)
  // most people practise in one language, and need not have everything read once more
  if (chosen.every(({ language }) => language === practice)) return chosen
  return withVersions(chosen, await allCardsAgain(host, practising(host, options)), options)
}

function withVersions(
  chosen: readonly Card[],
  all: readonly Card[],
  options: LibraryOptions,
): readonly Card[] {
  const ids = new Set(chosen.map(({ id }) => id))
  const there = new Set(chosen.map(nameOf))
  const others = all.filter((card) => ids.has(card.id) && !there.has(nameOf(card)))
  return [...chosen, ...select(others, { unanswered: options.unanswered })]
}

/**
 * The cards of an interview by id, each in the language it was asked in, whatever was set since, or
 * is to be asked in.
 */
export function askedIn(
  host: HostPart<'terminal' | 'store'>,
  { seed, turns }: Pick<Interview, 'seed' | 'turns'>,
  cards: readonly Card[],
): CardsById {
  const once = inOneLanguage(cards, practiceOf(host), seed)
  const asked = turns.flatMap(
    (turn) =>
      cards.find(({ id, question }) => id === turn.card && question === turn.question) ?? [],
  )
  return new Map([...once, ...asked].map((card) => [card.id, card]))
}

/** The card in the other language, from wherever it is there; undefined if nowhere. */
export async function inOtherLanguage(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  card: Card,
  options: LibraryOptions,
): Promise<Card | undefined> {
  return otherLanguageOf(card, await allCardsAgain(host, inBothBanks(options)))
}

function nameOf({ id, language }: Card): string {
  return `${language}:${id}`
}

function otherThan(language: CardLanguage): CardLanguage {
  return language === 'en' ? 'zh' : 'en'
}
