import type { AddedLibrary, GitAddress } from '../cards/card.ts'
import { cloneIn, isSame } from '../options/git-address.ts'
import { isObject } from './object-in.ts'

/** A library as other machines may have it too. */
export type SharedLibrary = GitAddress & {
  /** Shapes that are questions. */
  readonly questions?: readonly string[]
}

/** The libraries that have an address which holds on other machines; a folder is where it is. */
export function sharedLibraries(libraries: readonly AddedLibrary[]): readonly SharedLibrary[] {
  return libraries
    .flatMap(({ clone, questions }) => {
      if (clone === undefined || clone.url.startsWith('file:')) return []
      const { name: _, ...address } = clone
      return [questions === undefined ? address : { ...address, questions }]
    })
    .sort((a, b) => (words(a) < words(b) ? -1 : 1))
}

/** One of another device; undefined where nothing could be fetched by it. */
export function sharedLibraryIn(value: unknown): SharedLibrary | undefined {
  if (!isObject(value)) return undefined
  const clone = cloneIn({ ...value, name: 'notes' })
  if (clone === undefined || clone.url.startsWith('file:')) return undefined
  const { name: _, ...address } = clone
  const { questions } = value
  const isList =
    Array.isArray(questions) && questions.every((one) => typeof one === 'string' && isPlain(one))
  return isList ? { ...address, questions } : address
}

function isPlain(shape: string): boolean {
  return /^[^-\p{Cc}][^\p{Cc}]{0,200}$/u.test(shape)
}

/** The libraries of others that are not among ours, each once, as they are typed behind `library add`. */
export function offeredLibraries(
  others: readonly SharedLibrary[],
  ours: readonly SharedLibrary[],
): readonly string[] {
  const lacking = others.filter((one) => !ours.some((own) => isSame(own, one)))
  return [...new Set(lacking.map(words))].sort()
}

function words({ url, branch, folder, questions = [] }: SharedLibrary): string {
  const options = [
    ['--branch', branch],
    ['--path', folder],
    ...questions.map((shape) => ['--questions', shape]),
  ]
  const said = options.flatMap(([flag, value]) =>
    value === undefined ? [] : [`${flag} ${quoted(value)}`],
  )
  return [quoted(url), ...said].join(' ')
}

function quoted(word: string): string {
  return /^[\w@:/.,+=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`
}
