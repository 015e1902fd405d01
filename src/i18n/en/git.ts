import type { FaultText, GitTrouble } from '../../errors.ts'

export const gitMissing: FaultText = {
  message: 'git is not there, and repositories are fetched with it.',
  hint: 'Install git (https://git-scm.com), or download the notes and add their folder.',
}

export function gitOld(version: string, oldest: string): FaultText {
  return {
    message: `git ${version} is too old to fetch repositories safely.`,
    hint: `Install git ${oldest} or newer (https://git-scm.com).`,
  }
}

/** Why git could not do it; what it said itself stands behind where that helps. */
export function gitFailed(address: string, why: GitTrouble, said: string): FaultText {
  const own = said === '' ? '' : ` (git: ${said})`
  switch (why) {
    case 'offline':
      return {
        message: `${address} cannot be reached${own}.`,
        hint: 'Look at the network, then try again; what is here already stays usable.',
      }
    case 'refused':
      return {
        message: `${address} lets nobody in without a login that works${own}.`,
        hint: 'Try git ls-remote with this address: what works there works here.',
      }
    case 'not-found':
      return {
        message: `There is no repository at ${address}${own}.`,
        hint: 'Look at the address; one that is private looks as if it were not there.',
      }
    case 'no-branch':
      return {
        message: `${address} has no such branch or tag${own}.`,
        hint: 'Leave --branch out for the one it points at itself.',
      }
    case 'foreign-owner':
      return {
        message: `${address} belongs to somebody else on this machine, and git does not trust it.`,
        hint: 'If you do: git config --global --add safe.directory <its path>.',
      }
    case 'no-space':
      return { message: `There is no room for ${address}.`, hint: 'Make room, then try again.' }
    case 'other':
      return {
        message: `git could not do it: ${said === '' ? address : said}.`,
        hint: `It was about ${address}.`,
      }
  }
}

export function addressRefused(address: string, why: 'transport' | 'secret' | 'form'): FaultText {
  switch (why) {
    case 'transport':
      return {
        message: `${address} uses a protocol that is not allowed: it could run something.`,
        hint: 'It may be https://, ssh://, git@host:…, git://, http://, file:// or github:owner/name.',
      }
    case 'secret':
      return {
        message: 'There is a password in this address; it would be kept and shown.',
        hint: 'Leave it out: git asks for it, or takes it from your credential helper.',
      }
    case 'form':
      return {
        message: `${address} is not written as an address.`,
        hint: 'Such as https://example.org/notes.git, git@example.org:notes.git, github:owner/name.',
      }
  }
}
