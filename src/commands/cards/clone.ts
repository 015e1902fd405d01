import type { AddedLibrary, Clone, GitAddress } from '../../cards/card.ts'
import { UserError } from '../../errors.ts'
import type { GitProgress } from '../../host/git/git.ts'
import type { HostPart } from '../../host/host.ts'
import type { libraryAddRows } from '../../options/commands.ts'
import {
  folderNamed,
  isBranch,
  isCloneName,
  isSame,
  isSameUrl,
  namedBy,
  namesBy,
} from '../../options/git-address.ts'
import type { Said } from '../../options/row.ts'
import { editedLines } from '../../view/library.ts'

type AddOptions = Said<typeof libraryAddRows>

/**
 * The repositories that these words name, and what of them; what is said of one goes with one alone.
 * Throws the faults `address-refused`, `address-alone`, `branch-name`, `folder-name` and `clone-name`.
 */
export function addressesIn(
  words: readonly string[],
  ofWords: number,
  { branch, path, name }: AddOptions,
): readonly GitAddress[] {
  const [said] =
    Object.entries({ branch, path, name }).find(([, value]) => value !== undefined) ?? []
  if (said !== undefined && (words.length !== 1 || ofWords !== 1)) {
    throw new UserError({ code: 'address-alone', option: `--${said}` })
  }
  if (name !== undefined && !isCloneName(name)) throw new UserError({ code: 'clone-name', name })
  if (branch !== undefined && !isBranch(branch)) {
    throw new UserError({ code: 'branch-name', name: branch })
  }
  const folder = path === undefined ? undefined : folderNamed(path)
  if (path !== undefined && folder === undefined) {
    throw new UserError({ code: 'folder-name', folder: path })
  }
  return words.map((word) => ({
    ...addressOf(word),
    ...(branch === undefined ? {} : { branch }),
    ...(folder === undefined ? {} : { folder }),
  }))
}

function addressOf(word: string): GitAddress {
  const named = namedBy(word)
  if (named.kind === 'address') return named.address
  const why = named.kind === 'refused' ? named.why : 'form'
  throw new UserError({ code: 'address-refused', address: word, why })
}

/** Brings a repository here, unless it is, and notes it as a library. */
export async function fetched(
  host: HostPart<'terminal' | 'store' | 'clones'>,
  address: GitAddress,
  shapes: Pick<AddedLibrary, 'questions'>,
  name: string | undefined,
): Promise<AddedLibrary> {
  const { settings } = host.store
  const clones = await host.clones.open()
  const note = async (library: AddedLibrary) => {
    const others = settings.read().libraries.filter(({ path }) => path !== library.path)
    await settings.write('libraries', [...others, { ...library, ...shapes }])
  }
  const there = settings.read().libraries.find(({ clone }) => clone && isSame(clone, address))
  if (there?.clone !== undefined && clones.state(there.clone) !== undefined) {
    await note(there)
    return { ...there, ...shapes }
  }
  const called = name ?? namesBy(address.url)[0] ?? address.url
  const library = await showing(host, called, (onProgress) =>
    clones.add(address, { name, onProgress, keep: note }),
  )
  return { ...library, ...shapes }
}

const shownEveryMs = 500

/** Tells how far git is while work goes on, once that takes long; also while it waits for the other end. */
export async function showing<Value>(
  host: HostPart<'terminal'>,
  name: string,
  work: (onProgress: (progress: GitProgress) => void) => Promise<Value>,
): Promise<Value> {
  const { library } = host.terminal.look().say
  let last: GitProgress = { step: '', done: 0, all: 1 }
  const show = host.terminal.progressOf((done, all) =>
    library.fetching(name, last.step, Math.floor((100 * done) / all)),
  )
  const again = () => show(last.done, last.all)
  const timer = setInterval(again, shownEveryMs)
  again()
  try {
    return await work((progress) => {
      // nothing is drawn over a question
      if (progress.step === 'asking') clearInterval(timer)
      last = progress
      again()
    })
  } finally {
    clearInterval(timer)
    show(1, 1)
  }
}

/** The libraries that a person names by path, name or address. Throws the fault `library-not-added`. */
export function namedLibraries(
  host: HostPart<'files' | 'store'>,
  words: readonly string[],
): readonly AddedLibrary[] {
  const { libraries } = host.store.settings.read()
  const found = words.flatMap((word) => {
    const path = host.files.absolute(word)
    const named = namedBy(word)
    const fits = libraries.filter(
      ({ clone, ...library }) =>
        library.path === path ||
        clone?.name === word ||
        (clone !== undefined &&
          named.kind === 'address' &&
          isSameUrl(clone.url, named.address.url)),
    )
    if (fits.length === 0) throw new UserError({ code: 'library-not-added', path: word })
    return fits
  })
  return [...new Set(found)]
}

/**
 * Whether a clone may be deleted: nothing in it is the person's, or they say so. Throws the fault
 * `clone-unsaved` where nobody can be asked.
 */
export async function mayGo(host: HostPart<'terminal' | 'clones'>, clone: Clone): Promise<boolean> {
  const files = await (await host.clones.open()).edits(clone)
  if (files?.length === 0) return true
  if (!host.terminal.interactive) {
    throw new UserError({ code: 'clone-unsaved', name: clone.name, files })
  }
  const look = host.terminal.look()
  host.terminal.print(editedLines(clone.name, files, look))
  const { keep, remove, askRemove } = look.say.library
  return host.terminal.choose({
    message: askRemove,
    choices: [
      { name: keep, value: false },
      { name: remove, value: true },
    ],
  })
}
