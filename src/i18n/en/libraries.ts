import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

/** What is said of libraries, and of those that come from git. */
export const library = {
  none: 'No library was added; the bundled bank is read. Add one: viva library add <path or address>',
  added: (path: string, cards: number) => `Added ${path}: ${count(cards, 'card')}.`,
  emptied: (file: string, cards: number) =>
    `${file} gives no card in these shapes; without them it gives ${cards}`,
  removed: (path: string) => `${path} is no longer read.`,
  cloneRemoved: (name: string) => `${name} is no longer read, and its files are deleted.`,
  filesLeft: (path: string) => `Something of ${path} could not be deleted.`,
  from: (url: string, branch: string | undefined, folder: string | undefined) => {
    const parts = [
      ...(branch === undefined ? [] : [`branch ${branch}`]),
      ...(folder === undefined ? [] : [`only ${folder}`]),
    ]
    return parts.length === 0 ? url : `${url} (${parts.join(', ')})`
  },
  state: (commit: string, day: string, asked: string) =>
    `commit ${commit} of ${day}, updated ${asked}`,
  stateUnknown: 'its commit is not known; viva library update says why',
  fetching: (name: string, step: string, percent: number) =>
    `Fetching ${name}${step === '' ? '' : `: ${step.toLowerCase()} ${percent}%`}`,
  asking: (done: number, all: number) => `Fetching libraries: ${done} of ${all}`,
  noClones: 'No library came from git. Add one: viva library add <address>',
  nothingNew: (name: string) => `${name}: nothing new.`,
  sameCards: (name: string, commit: string) => `${name}: now at commit ${commit}; no card changed.`,
  changed: (name: string, parts: readonly string[]) => `${name}: ${parts.join(', ')}.`,
  fresh: (n: number) => count(n, 'new card'),
  edited: (n: number, graded: number) => `${n} edited${keptOf(graded)}`,
  gone: (n: number, graded: number) => `${n} gone${keptOf(graded)}`,
  more: (n: number) => `and ${n} more`,
  branchGone: (name: string, branch: string) =>
    `${name}: the branch ${branch} is gone there; what the repository points at is read now.`,
  edits: (name: string, n: number) =>
    `${count(n, 'file')} in ${name} ${n === 1 ? 'is' : 'are'} not as git left ${n === 1 ? 'it' : 'them'}:`,
  editsUnknown: (name: string) => `git cannot tell whether something in ${name} was changed.`,
  askRemove: 'Delete it all the same?',
  kept: (name: string) => `${name} stays as it is.`,
  keep: 'No, keep it',
  remove: 'Yes, delete it',
}

function keptOf(graded: number): string {
  return graded === 0 ? '' : ` (grades of ${graded} kept)`
}

export function addressAlone(option: string): FaultText {
  return {
    message: `${option} goes with one address of a git repository.`,
    hint: 'Such as viva library add https://example.org/notes.git --path docs',
  }
}

export function branchName(name: string): FaultText {
  return {
    message: `“${name}” is no name of a branch or a tag.`,
    hint: 'Leave --branch out for the one that the repository points at.',
  }
}

export function folderName(folder: string): FaultText {
  return {
    message: `“${folder}” is no folder within a repository.`,
    hint: '--path is relative to its top, such as docs/java.',
  }
}

export function folderMissing(address: string, folder: string): FaultText {
  return {
    message: `${address} has no folder ${folder}, and no note of this name.`,
    hint: '--path is relative to its top, in small and capital letters as they are there.',
  }
}

export function cloneName(name: string): FaultText {
  return {
    message: `“${name}” cannot be the name of a library.`,
    hint: 'It becomes the name of a folder: letters, digits, dots, dashes; it begins with none of these signs.',
  }
}

export function cloneNameTaken(name: string): FaultText {
  return {
    message: `There is another library called ${name}.`,
    hint: 'Choose a name with --name.',
  }
}

export function cloneBusy(name: string): FaultText {
  return { message: `${name} is being updated by another viva.`, hint: 'Wait until it is done.' }
}

export function cloneDamaged(name: string): FaultText {
  return {
    message: `What git keeps of ${name} is not whole; its notes can be read all the same.`,
    hint: `viva library remove ${name}, then add its address again; grades stay.`,
  }
}

export function cloneEdited(name: string, files: readonly string[]): FaultText {
  return {
    message: `${name} was changed here where its update would write: ${someOf(files)}.`,
    hint: 'Copy what you need elsewhere; then viva library update --force takes theirs.',
  }
}

export function cloneUnsaved(name: string, files: readonly string[] | undefined): FaultText {
  const what = files === undefined ? 'git cannot tell what in it' : `${someOf(files)} in it`
  return {
    message: `${name} was not removed: ${what} was changed here and would be deleted.`,
    hint: '--force deletes it all the same.',
  }
}

export function noClone(path: string): FaultText {
  return {
    message: `${path} did not come from git, so there is nothing to update.`,
    hint: 'It is read as it is at each call.',
  }
}

const mostFiles = 3

function someOf(files: readonly string[]): string {
  const more = files.length - mostFiles
  const some = files.slice(0, mostFiles).join(', ')
  return more > 0 ? `${some} and ${more} more` : some
}
