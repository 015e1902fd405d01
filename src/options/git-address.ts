import type { Clone, GitAddress } from '../cards/card.ts'

/** What a word on the command line names. */
export type Named =
  | { readonly kind: 'path' }
  | { readonly kind: 'address'; readonly address: GitAddress }
  | { readonly kind: 'refused'; readonly why: AddressRefusal }

/** `transport`: none that only fetches; `secret`: it holds a password, which would be kept and shown. */
export type AddressRefusal = 'transport' | 'secret' | 'form'

/** Short forms of places where many notes are. */
const short: Readonly<Record<string, string>> = {
  github: 'https://github.com',
  gitlab: 'https://gitlab.com',
  gitee: 'https://gitee.com',
}

const known = /^(?:https?|ssh|git|file):\/\//i
const longest = 2000

/** Tells addresses of git repositories from paths, and refuses those that would do more than fetch. */
export function namedBy(word: string): Named {
  const isAddress = /^[a-z][\w+.-]*:(?::|\/\/)/i.test(word) || /^[^/\\:]+@[^/\\:]+:/.test(word)
  const shortened = /^(github|gitlab|gitee):(?!\/\/)(.*)$/is.exec(word)
  if (!isAddress && shortened === null) return { kind: 'path' }
  if (word.length > longest || hasControls(word)) return { kind: 'refused', why: 'form' }
  if (shortened !== null) return fromShort(shortened)
  return known.test(word) ? fromUrl(word) : fromLogin(word)
}

/** Characters that no address holds and that could end a line or turn what is shown. */
function hasControls(word: string): boolean {
  return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(word)
}

function fromShort([, place = '', rest = '']: readonly string[]): Named {
  const [, owner, repository] = /^([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(rest) ?? []
  const host = short[place.toLowerCase()]
  const isOdd = [owner, repository].some((part) => part === undefined || /^[.-]/.test(part))
  if (host === undefined || isOdd) return { kind: 'refused', why: 'form' }
  return { kind: 'address', address: { url: `${host}/${owner}/${repository}.git` } }
}

// `git@host:owner/notes.git`
function fromLogin(word: string): Named {
  const [, user, host, path] = /^([^@]+)@([^:]+):(.+)$/s.exec(word) ?? []
  if (user === undefined || host === undefined || path === undefined) {
    return { kind: 'refused', why: 'transport' }
  }
  const isPlain =
    /^\w[\w.-]*$/.test(user) && /^(?:\w[\w.-]*|\[[\da-f:]+\])$/i.test(host) && !/^[-:]/.test(path)
  return isPlain
    ? { kind: 'address', address: { url: word } }
    : { kind: 'refused', why: path.startsWith(':') ? 'transport' : 'form' }
}

function fromUrl(word: string): Named {
  const [, scheme = '', rest = ''] = /^([a-z]+):\/\/(.*)$/is.exec(word) ?? []
  const lower = scheme.toLowerCase()
  if (lower === 'file') return fromFile(rest)
  const [, login = '', host = '', path = ''] =
    /^(?:([^/@]*)@)?([^/@]+)(\/[^?#]*)$/s.exec(rest.replace(/[?#].*$/s, '')) ?? []
  if (login.includes(':')) return { kind: 'refused', why: 'secret' }
  // a query may hold a key, and git could not use it
  const isPlain =
    !/[?#\s]/.test(rest) &&
    /^(?:\w[\w.%+-]*)?$/.test(login) &&
    /^(?:[\p{L}\p{N}][\p{L}\p{N}_.-]*|\[[\da-f:.]+\])(?::\d{1,5})?$/iu.test(host) &&
    /[^/]/.test(path)
  if (!isPlain) return { kind: 'refused', why: 'form' }
  const url = `${lower}://${rest}`
  return lower === 'https' ? fromPage(url) : { kind: 'address', address: { url } }
}

// A page of a folder, as a browser shows its address, names the branch and the folder.
function fromPage(url: string): Named {
  const page =
    /^(https:\/\/(?:github|gitlab|gitee)\.com\/[^/]+\/[^/]+?)(?:\.git)?\/(?:-\/)?tree\/([^/]+)(?:\/(.+))?$/.exec(
      url,
    )
  if (page === null) return { kind: 'address', address: { url } }
  const branch = decoded(page[2] ?? '')
  const path = decoded(page[3] ?? '')
  const folder = path === '' ? undefined : folderNamed(path)
  if (!isBranch(branch) || (path !== '' && folder === undefined)) {
    return { kind: 'refused', why: 'form' }
  }
  const address = { url: `${page[1]}.git`, branch, ...(folder === undefined ? {} : { folder }) }
  return { kind: 'address', address }
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

// `file:///home/me/notes`, and `file:///C:/notes`
function fromFile(rest: string): Named {
  const isPlain = /^\/[^/]/s.test(rest) && !/[?#%]/.test(rest)
  return isPlain
    ? { kind: 'address', address: { url: `file://${rest}` } }
    : { kind: 'refused', why: 'form' }
}

/** Whether a name may be that of a branch or a tag, by the rules of `git check-ref-format`. */
export function isBranch(name: string): boolean {
  const isOdd =
    /[\p{Cc}\p{Cf} ~^:?*[\\]|\.\.|@\{|\/\/|\.$|\/$|^\/|^-/u.test(name) ||
    name.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'))
  return name !== '' && name !== '@' && name.length <= 200 && !isOdd
}

/** A folder within a repository in the form that is kept, or undefined where it leads elsewhere. */
export function folderNamed(typed: string): string | undefined {
  const parts = typed
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.')
  const isOdd = /[\p{Cc}\p{Cf}]/u.test(typed) || /^\/|^[a-z]:/i.test(typed.replaceAll('\\', '/'))
  if (parts.length === 0 || isOdd) return undefined
  if (parts.some((part) => part === '..' || part.toLowerCase() === '.git')) return undefined
  return parts.join('/')
}

/** Whether two addresses are of the same repository, and of the same of it. */
export function isSame(one: GitAddress, other: GitAddress): boolean {
  const { url, branch, folder } = one
  return isSameUrl(url, other.url) && branch === other.branch && folder === other.folder
}

export function isSameUrl(one: string, other: string): boolean {
  return bare(one) === bare(other)
}

function bare(url: string): string {
  return url.replace(/\/+$/, '').replace(/\.git$/, '')
}

/** What Windows keeps for itself, whatever its ending. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const longestName = 60

/** Whether a clone may be called so: it is the name of a folder everywhere. */
export function isCloneName(name: string): boolean {
  const isPlain = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_.-]*$/u.test(name) && !name.endsWith('.')
  return isPlain && name.length <= longestName && !reserved.test(name)
}

/** What a repository may be called by its address, best first. */
export function namesBy(url: string): readonly string[] {
  const parts = bare(url)
    .split(/[/:]/)
    .filter((part) => part !== '')
  const [last = '', owner = ''] = parts.slice(-2).reverse().map(plainName)
  return [last, `${owner}-${last}`, 'notes'].filter(isCloneName)
}

function plainName(part: string): string {
  return part
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}_.-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[.-]+$/gu, '')
    .slice(0, longestName / 2 - 2)
}

/** A clone as it was kept, or undefined where it is not as one is. */
export function cloneIn(value: unknown): Clone | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const { name, url, branch, folder } = value as Readonly<Record<string, unknown>>
  if (typeof name !== 'string' || !isCloneName(name) || typeof url !== 'string') return undefined
  const named = namedBy(url)
  if (named.kind !== 'address' || named.address.url !== url) return undefined
  if (branch !== undefined && (typeof branch !== 'string' || !isBranch(branch))) return undefined
  if (folder !== undefined && (typeof folder !== 'string' || folderNamed(folder) !== folder)) {
    return undefined
  }
  return {
    name,
    url,
    ...(branch === undefined ? {} : { branch }),
    ...(folder === undefined ? {} : { folder }),
  }
}
