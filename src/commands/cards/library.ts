import type { AddedLibrary, Deck } from '../../cards/card.ts'
import { asShapes } from '../../cards/choice/scopes.ts'
import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { jsonRows, libraryAddRows, libraryRemoveRows } from '../../options/commands.ts'
import { namedBy } from '../../options/git-address.ts'
import type { Said } from '../../options/row.ts'
import { suspicionLines } from '../../view/check/check.ts'
import { emptiedLines, libraryJson, libraryLines } from '../../view/library.ts'

type AddOptions = Said<typeof libraryAddRows>
type ListOptions = Said<typeof jsonRows>
type RemoveOptions = Said<typeof libraryRemoveRows>

/** `viva library add <path or address…>`: cards come from there from now on. */
export async function add(
  host: HostPart<'terminal' | 'library' | 'files' | 'store' | 'clones'>,
  words: readonly string[],
  options: AddOptions,
) {
  const questions = options.questions?.flatMap((name) => shapesIn(name))
  const shapes = questions === undefined ? {} : { questions }
  const addresses = words.filter((word) => namedBy(word).kind !== 'path')
  const { addressesIn, fetched } = await import('./clone.ts')
  const wanted = addressesIn(addresses, words.length, options)
  const paths = words.filter((word) => !addresses.includes(word))
  for (const entry of await addPaths(host, paths, shapes)) await tell(host, entry)
  for (const address of wanted) await tell(host, await fetched(host, address, shapes, options.name))
}

type Shapes = Pick<AddedLibrary, 'questions'>

async function addPaths(
  host: HostPart<'files' | 'store'>,
  paths: readonly string[],
  shapes: Shapes,
): Promise<readonly AddedLibrary[]> {
  if (paths.length === 0) return []
  const wanted = [...new Set(paths.map((path) => host.files.absolute(path)))]
  // nothing, as an unset variable of a shell gives it, does not mean the folder one is in
  const missing = paths.find(
    (path) => path.trim() === '' || !host.files.exists(host.files.absolute(path)),
  )
  if (missing !== undefined) throw new UserError({ code: 'library-missing', path: missing })
  const others = added(host).filter(({ path }) => !wanted.includes(path))
  const entries = wanted.map((path) => ({ path, ...shapes }))
  await host.store.settings.write('libraries', [...others, ...entries])
  return entries
}

async function tell(
  host: HostPart<'terminal' | 'library'>,
  { path, questions, clone }: AddedLibrary,
): Promise<void> {
  const look = host.terminal.look()
  // first, so that what is read from now on is what is remembered as seen last
  const plain = questions && (await host.library.inspect(path)).library.decks
  const { decks } = await host.library.read(path, questions)
  const cards = decks.reduce((sum, deck) => sum + deck.cards.length, 0)
  const { inspections } = await host.library.inspect(path, questions)
  const what = clone === undefined ? path : clone.name
  host.terminal.print([
    look.say.library.added(what, cards),
    ...emptiedLines(emptiedOf(plain ?? [], decks), look),
    ...suspicionLines(inspections, look),
  ])
}

/** The files that have cards as they are, but none by the shapes that were named. */
function emptiedOf(before: readonly Deck[], decks: readonly Deck[]): readonly Deck[] {
  const named = new Set(decks.filter(({ cards }) => cards.length > 0).map(({ file }) => file))
  return before.filter(({ file, cards }) => cards.length > 0 && !named.has(file))
}

/** `viva library list`: where cards come from. */
export async function list(
  host: HostPart<'clock' | 'terminal' | 'store' | 'clones'>,
  options: ListOptions,
): Promise<void> {
  const libraries = added(host)
  const hasClones = libraries.some(({ clone }) => clone !== undefined)
  const clones = hasClones ? await host.clones.open() : undefined
  const kept = libraries.map((library) => {
    const state = library.clone === undefined ? undefined : clones?.state(library.clone)
    return { library, state }
  })
  const { offsetAt } = host.clock
  if (options.json === true) host.terminal.json(libraryJson(kept, offsetAt))
  else host.terminal.print(libraryLines(kept, offsetAt, host.terminal.look()))
}

/** `viva library remove <name, path or address…>`: forgets them; files and reviews of the person's stay. */
export async function remove(
  host: HostPart<'terminal' | 'files' | 'store' | 'clones'>,
  words: readonly string[],
  options: RemoveOptions,
): Promise<void> {
  const { namedLibraries, mayGo } = await import('./clone.ts')
  const wanted = namedLibraries(host, words)
  for (const { clone } of wanted) {
    if (clone === undefined || options.force === true || (await mayGo(host, clone))) continue
    host.terminal.print([host.terminal.look().say.library.kept(clone.name)])
    return
  }
  const kept = added(host).filter(({ path }) => !wanted.some((one) => one.path === path))
  await host.store.settings.write('libraries', kept.length === 0 ? undefined : kept)
  const { library } = host.terminal.look().say
  for (const { path, clone } of wanted) {
    const isGone = clone !== undefined && (await host.clones.open()).remove(clone)
    host.terminal.print([isGone ? library.cloneRemoved(clone.name) : library.removed(path)])
    if (clone !== undefined && !isGone) host.terminal.warn([library.filesLeft(path)])
  }
}

function added(host: HostPart<'store'>): readonly AddedLibrary[] {
  return host.store.settings.read().libraries
}

function shapesIn(name: string): readonly string[] {
  const shapes = asShapes(name)
  if (shapes === undefined) throw new UserError({ code: 'shape-unknown', name })
  return shapes
}
