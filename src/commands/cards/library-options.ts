import type {
  AddedLibrary,
  Card,
  CardId,
  CardLanguage,
  Library,
  Problem,
} from '../../cards/card.ts'
import { type Filter, select } from '../../cards/select.ts'
import { CacheDamaged, UserError } from '../../errors.ts'
import type { Host, HostPart, OpenSearch } from '../../host/host.ts'
import { lastQuestions } from '../../identity/unsure.ts'
import type { FilterOptions } from '../../options/filters.ts'
import type { Collection } from '../../search/index/collection.ts'
import { refuseNowhere, refuseUnknown } from '../../search/refuse.ts'
import { problemLines } from '../../view/cards.ts'

/** The options that say which cards a command is about; they mean the same everywhere. */
export type LibraryOptions = FilterOptions & {
  /** Which bundled banks are read where no library was named or added; else the interface's. */
  readonly banks?: readonly CardLanguage[]
}

/**
 * The cards that a command is about, which may be none. Files that could not be read are named on
 * stderr.
 */
export async function cardsFor(host: Host, options: LibraryOptions): Promise<readonly Card[]> {
  return chosenOf(host, await allCards(host, options), options)
}

/** The same for a command that has nothing to do without a card: the fault says what is missing. */
export async function someCardsFor(host: Host, options: LibraryOptions): Promise<readonly Card[]> {
  if (options.from !== undefined) {
    const found = await standing(host, await cardsFrom(host, options, options.from), options)
    if (found.length === 0) throw new UserError({ code: 'nothing-matches' })
    return found
  }
  return someOf(host, await allCards(host, options), options)
}

/** The same of cards that were read. */
export async function someOf(
  host: Host,
  cards: readonly Card[],
  options: LibraryOptions,
): Promise<readonly Card[]> {
  if (cards.length === 0) {
    throw new UserError({ code: 'no-cards', path: namesOf(librariesOf(host, options)) })
  }
  const chosen = await chosenOf(host, cards, options)
  if (chosen.length === 0) throw new UserError({ code: 'nothing-matches' })
  return chosen
}

async function chosenOf(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  cards: readonly Card[],
  options: LibraryOptions,
): Promise<readonly Card[]> {
  const filter = filterOf(options)
  await refuseNowhere(cards, filter)
  return standing(host, select(cards, filter), options)
}

async function standing(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  cards: readonly Card[],
  options: LibraryOptions,
): Promise<readonly Card[]> {
  if (options.due !== true && options.weak !== true) return cards
  const { byStanding } = await import('./by-standing.ts')
  return byStanding(host, cards, options)
}

/** A search over what a command is about. */
export type Searching = Omit<OpenSearch, 'problems'> & { readonly filter: Filter }

/**
 * Searches what a command is about. A cache that turns out damaged is made anew, and then the search
 * begins once more.
 */
export async function searching<Result>(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
  use: (open: Searching) => Promise<Result>,
): Promise<Result> {
  const open = async (): Promise<Searching> => {
    const { collection, glossary, problems } = await host.library.openSearch(
      librariesOf(host, options),
    )
    warnOf(host, problems)
    return { collection, glossary, filter: filterOf(options) }
  }
  try {
    return await use(await open())
  } catch (error) {
    if (!(error instanceof CacheDamaged)) throw error
    return use(await open())
  }
}

const mostFrom = 1000

/** What a search finds, as `--from` has it. */
async function cardsFrom(
  host: Host,
  options: LibraryOptions,
  words: string,
): Promise<readonly Card[]> {
  const { search } = await import('../../search/engine.ts')
  const { searchStates } = await import('../search/search-hits.ts')
  const is = await searchStates(host, words)
  const found = await searching(host, options, async ({ collection, filter, glossary }) => {
    await refuseImpossible(collection, words, filter)
    return search(collection, words, { limit: mostFrom, filter, glossary, is })
  })
  return found.hits.map(({ card }) => card)
}

/**
 * Refuses what no card can be, said in a query or beside it. Throws the faults `filter-value` and
 * `name-nowhere`.
 */
export async function refuseImpossible(
  { facets }: Pick<Collection, 'facets'>,
  words: string,
  filter: Filter,
): Promise<void> {
  const { parseQuery } = await import('../../search/query.ts')
  const query = parseQuery(words)
  refuseUnknown(query)
  await refuseNowhere(facets, filter)
  await refuseNowhere(facets, query)
}

/** Every card of the libraries named, or of the bundled bank. */
export async function allCards(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
): Promise<readonly Card[]> {
  const libraries = await readLibraries(host, options)
  warnOf(
    host,
    libraries.flatMap(({ problems }) => problems),
  )
  return cardsIn(libraries)
}

/**
 * The cards among which one is to be found by these words: all, or only those of this id where these can
 * be had without the others.
 */
export async function cardsAmong(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
  words: string,
): Promise<readonly Card[]> {
  const { cards, problems } = await host.library.readAmong(librariesOf(host, options), words)
  warnOf(host, problems)
  return cards
}

/** The same for what was read before: what is wrong there has been said. */
export async function allCardsAgain(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
): Promise<readonly Card[]> {
  return cardsIn(await readLibraries(host, options))
}

async function readLibraries(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
): Promise<readonly Library[]> {
  const libraries: Library[] = []
  for (const { path, questions } of librariesOf(host, options)) {
    libraries.push(await host.library.read(path, questions))
  }
  return libraries
}

function cardsIn(libraries: readonly Library[]): readonly Card[] {
  return libraries.flatMap(({ decks }) => decks.flatMap((deck) => deck.cards))
}

/**
 * What cards ask, by id, in the person's language where they have it. A library that is gone takes
 * nothing from what was done: the last text that was seen must do then, else the id.
 */
export async function questionsOf(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
): Promise<(card: CardId) => string | undefined> {
  const { language } = host.terminal.look()
  const questions = new Map<string, string>()
  try {
    const cards = await allCards(host, options)
    for (const card of cards) {
      if (card.language === language || !questions.has(card.id))
        questions.set(card.id, card.question)
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
  }
  let before: ReturnType<typeof lastQuestions> | undefined
  return (card) => {
    const question = questions.get(card)
    if (question !== undefined) return question
    before ??= lastQuestions(host.store.openRegistry().read())
    return before(card)
  }
}

/** The libraries named, else the added ones, else the bundled bank. */
export function librariesOf(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: LibraryOptions,
): readonly AddedLibrary[] {
  if (options.library !== undefined) {
    const paths = new Map(options.library.map((path) => [host.files.absolute(path), path]))
    return [...paths.values()].map((path) => ({ path }))
  }
  const added = host.store.settings.read().libraries
  if (added.length > 0) return added
  const languages = options.banks ?? [host.terminal.look().language]
  return languages.map((language) => ({ path: host.library.banks[language] }))
}

function warnOf(host: HostPart<'terminal'>, problems: readonly Problem[]): void {
  const lost = problems.filter(isLoss)
  host.terminal.warn(problemLines(lost, host.terminal.look()))
}

function namesOf(libraries: readonly AddedLibrary[]): string {
  return libraries.map(({ path }) => path).join(', ')
}

function filterOf(options: LibraryOptions): Filter {
  return {
    topics: options.topic,
    tags: options.tag,
    levels: options.level,
    unanswered: options.unanswered,
  }
}

function isLoss({ code }: Problem): boolean {
  return /^(?:file-|folder-|overrides-|front-matter-code)/.test(code)
}
