import type { AddedLibrary, Clone, Library } from '../../cards/card.ts'
import { Unreadable, UserError } from '../../errors.ts'
import type { GitProgress } from '../../host/git/git.ts'
import type { Clones, Fetched, HostPart } from '../../host/host.ts'
import { type CardChanges, changesBetween } from '../../identity/changes.ts'
import type { libraryUpdateRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { faultLines } from '../../view/fault.ts'
import { type Updated, updateJson, updateLines } from '../../view/update.ts'
import { namedLibraries, showing } from './clone.ts'

type UpdateOptions = Said<typeof libraryUpdateRows>
type UpdateHost = HostPart<'terminal' | 'library' | 'files' | 'store' | 'clones'>
type Cloned = AddedLibrary & { readonly clone: Clone }

/** Not more are asked at once. */
const mostAtOnce = 4

/**
 * `viva library update [name…]`: has the notes of repositories as they are now, and says which cards
 * changed. One that cannot be reached stays as it is, and stops no other.
 */
export async function update(
  host: UpdateHost,
  words: readonly string[],
  options: UpdateOptions,
): Promise<void> {
  const wanted = clonesNamed(host, words)
  const look = host.terminal.look()
  if (wanted.length === 0) {
    if (options.json === true) host.terminal.json([])
    else host.terminal.print([look.say.library.noClones])
    return
  }
  const clones = await host.clones.open()
  const results = await fetchedAll(host, clones, wanted)
  const done: Updated[] = []
  for (const [i, library] of wanted.entries()) {
    const one = await updated(host, library, results[i], options.force === true)
    done.push(one)
    if (one.kind === 'failed') host.terminal.warn(faultLines(one.fault, look))
    else if (options.json !== true) host.terminal.print(updateLines(one, look))
  }
  if (options.json === true) host.terminal.json(updateJson(done))
  if (done.some(({ kind }) => kind === 'failed')) throw new Unreadable()
}

function clonesNamed(
  host: HostPart<'files' | 'store'>,
  words: readonly string[],
): readonly Cloned[] {
  const all =
    words.length === 0 ? host.store.settings.read().libraries : namedLibraries(host, words)
  return all.flatMap((library) => {
    const { clone, path } = library
    if (clone !== undefined) return [{ ...library, clone }]
    if (words.length > 0) throw new UserError({ code: 'no-clone', path })
    return []
  })
}

type Result = Fetched | UserError

async function fetchedAll(
  host: HostPart<'terminal'>,
  clones: Clones,
  wanted: readonly Cloned[],
): Promise<readonly Result[]> {
  const [only, second] = wanted
  if (only !== undefined && second === undefined) {
    const { clone } = only
    return [
      await showing(host, clone.name, (onProgress) =>
        clones.fetch(clone, onProgress).catch(asFault),
      ),
    ]
  }
  const results: Result[] = []
  const queue = [...wanted.entries()]
  const show = host.terminal.progressOf(host.terminal.look().say.library.asking)
  let count = 0
  let isAsking = false
  const onProgress = ({ step }: GitProgress) => {
    isAsking ||= step === 'asking'
  }
  const worker = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const [i, { clone }] = next
      if (!isAsking) show(count, wanted.length)
      results[i] = await clones.fetch(clone, onProgress).catch(asFault)
      count += 1
    }
  }
  await Promise.all(Array.from({ length: mostAtOnce }, worker))
  show(wanted.length, wanted.length)
  return results
}

function asFault(error: unknown): UserError {
  if (error instanceof UserError) return error
  throw error
}

async function updated(
  host: UpdateHost,
  library: Cloned,
  result: Result | undefined,
  force: boolean,
): Promise<Updated> {
  const { name } = library.clone
  if (result === undefined) throw new Error(`nothing came of ${name}`)
  if (result instanceof UserError) return { kind: 'failed', name, fault: result.fault }
  const lost = result.clone.branch === library.clone.branch ? undefined : library.clone.branch
  try {
    if (lost !== undefined) await follow(host, library, result.clone)
    if (result.kind === 'same') return { kind: 'same', name, commit: result.state.commit, lost }
    return { kind: 'news', name, lost, ...(await taken(host, library, result, force)) }
  } catch (error) {
    return { kind: 'failed', name, fault: asFault(error).fault }
  }
}

async function taken(
  host: HostPart<'library' | 'store'>,
  { path, questions }: Cloned,
  { take }: Extract<Fetched, { readonly kind: 'news' }>,
  force: boolean,
) {
  // cards that the registry has not seen yet would count as new ones once they were edited
  const before = await host.library.read(path, questions).catch(asNone(path))
  const { commit } = await take(force)
  const changes = changesBetween(before, await host.library.read(path, questions))
  return { commit, changes, graded: gradedOf(host, changes) }
}

function asNone(root: string): (error: unknown) => Library {
  return (error) => {
    asFault(error)
    return { root, decks: [], problems: [] }
  }
}

async function follow(host: HostPart<'store'>, { path }: Cloned, clone: Clone): Promise<void> {
  const { settings } = host.store
  const all = settings.read().libraries
  await settings.write(
    'libraries',
    all.map((one) => (one.path === path ? { ...one, clone } : one)),
  )
}

/** Those of edited and gone cards that have grades. */
function gradedOf(host: HostPart<'store'>, { edited, gone }: CardChanges): ReadonlySet<string> {
  const ids = [...edited, ...gone].map(({ id }) => id)
  const acts = ids.length === 0 ? [] : host.store.openJournal().readCards(ids)
  return new Set(acts.map(({ card }) => card))
}
