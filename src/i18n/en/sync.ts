import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

const devices = (n: number) => count(n, 'device')

/** One history on several machines, in English. */
export const sync = {
  leaves: (remote: string) => [
    `From now on this goes to ${remote}, and comes from there to your other machines:`,
    '· every grade, and where each card stands',
    '· the texts of your cards as they are linked to their grades, and the paths of their files',
    '· interviews that are over, with your answers; your notes; your glossary',
    '· settings and presets; the addresses of libraries that were added by one',
    'It stays here: the files of your libraries, the language, the paths of libraries. Nothing is encrypted: whoever can read that repository can read all of it, for good.',
  ],
  goOn: 'Go on?',
  yes: 'yes, sync now',
  no: 'not now',
  notNow: 'Nothing left this machine.',
  madeRepository: (remote: string) => `An empty repository was made in ${remote}.`,
  working: (step: string) => `Syncing: ${step}`,
  upheaval: {
    none: '',
    new: 'This machine and the remote have met for the first time.',
    emptied: 'The remote was empty; all that is here went there once more.',
    rewritten:
      'The history of the remote was rewritten; nothing here was taken away for it, and all of yours is there again.',
  },
  nothingNew: (n: number) => `Nothing new on either side · ${devices(n)}`,
  received: (what: string) => `Received: ${what}`,
  given: (what: string) => `Sent: ${what}`,
  allReceived: 'Nothing to receive.',
  settings: (n: number) => count(n, 'setting'),
  files: (n: number) => `${count(n, 'file')} changed there`,
  done: (n: number) => `In step · ${devices(n)}`,
  beside: (ours: string, theirs: string) =>
    `Edited on two machines, and both are kept: ${ours} counts here, the other one is in ${theirs}`,
  disputed: (name: string, ours: string, theirs: string) =>
    `${name} was set on two machines: ${theirs} counts now (here it was ${ours}). viva config set changes it.`,
  offered: 'Libraries of your other machines that are not here:',
  damage: (n: number) =>
    `${count(n, 'piece')} in the remote ${n === 1 ? 'is' : 'are'} damaged and ${n === 1 ? 'was' : 'were'} not taken; viva doctor says where.`,
  noRemote:
    'Nothing is synced yet. viva sync setup <url> begins; the url may be a folder on a stick.',
  status: {
    remote: (name: string) => `Remote: ${name}`,
    never: 'They never met: viva sync.',
    met: (when: string, ago: string, n: number) => `In step since ${when} (${ago}) · ${devices(n)}`,
    waiting: (n: number) =>
      `${count(n, 'grade')} here that ${n === 1 ? 'is' : 'are'} not there yet.`,
    automatic: (on: boolean): string =>
      on
        ? 'Syncs by itself after each sitting (autosync = on).'
        : 'Syncs when you say so; viva config set autosync on does it after each sitting.',
  },
  home: (n: number, ago: string) => `${devices(n)}, synced ${ago}`,
  ago: (minutes: number) => {
    if (minutes < 1) return 'just now'
    if (minutes < 60) return `${minutes} min ago`
    if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ago`
    return `${Math.floor(minutes / 1440)} days ago`
  },
  doctor: {
    place: (remote: string, path: string) => `${path} in ${remote}`,
    size: 'too large to be read',
    hint: 'What is damaged there is not taken, and nothing here lacks for it if the device that wrote it has it whole.',
  },
}

export const syncNowhere: FaultText = {
  message: 'No remote is set up.',
  hint: 'viva sync setup <url> takes any git repository, also an empty folder on a stick.',
}

export function syncForeign(address: string, why: 'project' | 'history' | 'newer'): FaultText {
  switch (why) {
    case 'project':
      return {
        message: `${address} holds something else already; nothing was put there.`,
        hint: 'Make an empty repository for it: viva sync setup <url>.',
      }
    case 'history':
      return {
        message: `${address} holds another history of viva than the one that is shared from here; nothing was taken or put there.`,
        hint: 'To join both for good: viva backup there, viva restore here.',
      }
    case 'newer':
      return {
        message: `${address} was written by a newer version of viva.`,
        hint: 'Update viva here, then sync again. Nothing was changed.',
      }
  }
}

export function syncRefused(address: string, said: string): FaultText {
  return {
    message: `${address} took nothing (${said}).`,
    hint: 'What came from there is here. Look at who may push to its branch main; a repository that somebody works in takes none.',
  }
}

export function syncRaced(address: string): FaultText {
  return {
    message: `Others pushed to ${address} at the same time, again and again.`,
    hint: 'Nothing is lost; try again.',
  }
}

export const syncBusy: FaultText = {
  message: 'Another viva is syncing on this machine.',
  hint: 'Wait for its end, then try again.',
}
