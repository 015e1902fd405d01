import { existsSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { UserError } from '../../errors.ts'
import { namedBy } from '../../options/git-address.ts'
import { sharedBranch } from '../../sync/places.ts'
import { git } from '../git/git.ts'
import { makeRepository } from '../git/repository.ts'
import { gitVersion } from '../git/version.ts'
import { making } from './carrying.ts'
import { remoteName, scheme } from './remote-name.ts'

/** The address of a remote that a person names, also of a folder. Throws the fault `address-refused`. */
export function remoteUrl(word: string): string {
  const named = namedBy(word)
  if (named.kind === 'address') return named.address.url
  if (named.kind === 'refused') {
    throw new UserError({ code: 'address-refused', address: word, why: named.why })
  }
  // no word at all would be the folder where one stands
  if (word.trim() === '' || /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(word)) {
    throw new UserError({ code: 'address-refused', address: word, why: 'form' })
  }
  const path = resolve(word).replaceAll('\\', '/')
  // git takes a percent sign for the beginning of a code
  return `${scheme}${path.startsWith('/') ? '' : '/'}${path.replaceAll('%', '%25')}`
}

/**
 * Makes a repository where a folder was named that is empty or not there yet; says whether it did.
 * Throws the faults of git.
 */
export async function madeRemote(url: string): Promise<boolean> {
  if (!url.startsWith(scheme)) return false
  const folder = remoteName(url)
  if (!isVacant(folder)) return false
  await gitVersion()
  await making(folder, () => makeRepository({ gitDir: folder }))
  await git({ gitDir: folder }, ['symbolic-ref', 'HEAD', `refs/heads/${sharedBranch}`])
  return true
}

function isVacant(folder: string): boolean {
  if (!existsSync(folder)) return true
  try {
    return statSync(folder).isDirectory() && readdirSync(folder).length === 0
  } catch {
    return false
  }
}
