import type { AddedLibrary, Deck } from '../../cards/card.ts'
import { asShapes } from '../../cards/choice/scopes.ts'
import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { jsonRows, libraryAddRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { suspicionLines } from '../../view/check.ts'
import { emptiedLines, libraryLines } from '../../view/library.ts'

type AddOptions = Said<typeof libraryAddRows>
type ListOptions = Said<typeof jsonRows>

/** `viva library add <path…>`: cards come from there from now on. */
export async function add(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  paths: readonly string[],
  options: AddOptions,
) {
  const questions = options.questions?.flatMap((name) => shapesIn(name))
  const wanted = paths.map((path) => host.files.absolute(path))
  // nothing, as an unset variable of a shell gives it, does not mean the folder one is in
  const missing = paths.find(
    (path) => path.trim() === '' || !host.files.exists(host.files.absolute(path)),
  )
  if (missing !== undefined) throw new UserError({ code: 'library-missing', path: missing })
  const others = added(host).filter(({ path }) => !wanted.includes(path))
  const entries = wanted.map((path) => (questions === undefined ? { path } : { path, questions }))
  await host.store.settings.write('libraries', [...others, ...entries])
  const look = host.terminal.look()
  const { library } = look.say
  for (const { path } of entries) {
    // first, so that what is read from now on is what is remembered as seen last
    const plain = questions && (await host.library.inspect(path)).library.decks
    const { decks } = await host.library.read(path, questions)
    const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0)
    const { inspections } = await host.library.inspect(path, questions)
    host.terminal.print([
      library.added(path, cards),
      ...emptiedLines(emptiedOf(plain ?? [], decks), look),
      ...suspicionLines(inspections, look),
    ])
  }
}

/** The files that have cards as they are, but none by the shapes that were named. */
function emptiedOf(before: readonly Deck[], decks: readonly Deck[]): readonly Deck[] {
  const named = new Set(decks.filter(({ cards }) => cards.length > 0).map(({ file }) => file))
  return before.filter(({ file, cards }) => cards.length > 0 && !named.has(file))
}

/** `viva library list`: where cards come from. */
export async function list(
  host: HostPart<'terminal' | 'store'>,
  options: ListOptions,
): Promise<void> {
  const libraries = added(host)
  if (options.json === true) host.terminal.json(libraries)
  else host.terminal.print(libraryLines(libraries, host.terminal.look()))
}

/** `viva library remove <path…>`: forgets them; files and reviews stay. */
export async function remove(
  host: HostPart<'terminal' | 'files' | 'store'>,
  paths: readonly string[],
): Promise<void> {
  const wanted = paths.map((path) => host.files.absolute(path))
  const all = added(host)
  const missing = wanted.find((path) => !all.some((entry) => entry.path === path))
  if (missing !== undefined) throw new UserError({ code: 'library-not-added', path: missing })
  const kept = all.filter(({ path }) => !wanted.includes(path))
  await host.store.settings.write('libraries', kept.length === 0 ? undefined : kept)
  const { library } = host.terminal.look().say
  host.terminal.print(wanted.map((path) => library.removed(path)))
}

function added(host: HostPart<'store'>): readonly AddedLibrary[] {
  return host.store.settings.read().libraries
}

function shapesIn(name: string): readonly string[] {
  const shapes = asShapes(name)
  if (shapes === undefined) throw new UserError({ code: 'shape-unknown', name })
  return shapes
}
