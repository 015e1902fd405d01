import type { FaultText } from '../../errors.ts'
import { count } from '../count.ts'

const reviews = (n: number) => count(n, 'review')
const cards = (n: number) => count(n, 'card')

/** What an import of another program's history says, in English. */
export const importing = {
  /** `known` are here already; `wet` whether it was done. */
  added: (added: number, known: number, of: number, wet: boolean) => {
    const what = `${reviews(added)} of ${cards(of)} ${wet ? 'imported' : 'would be imported'}`
    return known === 0 ? `${what}.` : `${what}; ${known} were here already.`
  },
  odd: {
    manual: (n: number) => `${count(n, 'due day')} set by hand there: no grades, left out`,
    cram: (n: number) => `${reviews(n)} of a cram: kept in the log, the schedule stays`,
    'before-reset': (n: number) =>
      `${reviews(n)} from before a card was reset: kept in the log, the schedule begins after them`,
    anchor: (n: number) =>
      `${count(n, 'card')} known there by an interval alone, without reviews: each gets one record with that interval as its stability, on which later reviews build`,
    suspended: (n: number) =>
      `${count(n, 'card')} suspended there: suspended here, too (viva unsuspend lets one in again)`,
    buried: (n: number) => `${count(n, 'card')} buried there until the next day: not buried here`,
    unknown: (n: number) => `${count(n, 'entry', 'entries')} of an unknown kind: left out`,
    future: (n: number) => `${reviews(n)} with a time that has not come: left out`,
    'no-card': (n: number) => `${reviews(n)} of cards that are no longer there: left out`,
    unreadable: (n: number) =>
      `${count(n, 'entry', 'entries')} that cannot be made sense of: left out`,
  },
  strangers: (of: number, n: number) =>
    `${cards(of)} with ${reviews(n)} are none of yours: --cards <folder> makes notes of them.`,
  doubts: (n: number) =>
    `${cards(n)} may be one of yours that reads otherwise: in a terminal you are asked.`,
  notes: (n: number, files: number, folder: string, wet: boolean) =>
    `${cards(n)} ${wet ? 'written' : 'would be written'} to ${count(files, 'file')} in ${folder}`,
  media: (n: number) =>
    `${count(n, 'picture or sound', 'pictures and sounds')} written beside them`,
  lost: (n: number) =>
    `${count(n, 'picture or sound is', 'pictures and sounds are')} not in the file`,
  nothingNew: 'No card in it is new.',
  addLibrary: (folder: string) => `To review them: viva library add ${folder}`,
}

export const importOptions = {
  importCards: 'write the cards that you have not as notes into this folder',
  importDryRun: 'say what would come; change nothing',
}

export const importFaults = {
  unknown: (path: string): FaultText => ({
    message: `${path} is nothing of a program whose history viva can take over.`,
    hint: 'viva import --help names them.',
  }),
  damaged: (path: string, reason: string): FaultText => ({
    message: `${path} is damaged (${reason}); nothing of it was taken.`,
    hint: 'Let the program that wrote it check it, and export it again.',
  }),
  broken: (path: string, as: 'package' | 'database'): FaultText => ({
    message: `${path} is no whole ${as === 'package' ? 'package of Anki (.apkg, .colpkg)' : 'database (.anki2, .db)'}: it is damaged or cut short; nothing of it was taken.`,
    hint: 'Export it again, or copy it again from where it is whole.',
  }),
  noCards: (path: string): FaultText => ({
    message: `${path} holds lines of reviews and no cards, so --cards can write no notes of it.`,
    hint: 'Leave out --cards; the reviews go to the cards that you have.',
  }),
  tooLarge: (path: string): FaultText => ({
    message: `${path} unpacks to more than a person's cards ever take; nothing of it was used.`,
    hint: 'Only import files that you know.',
  }),
  inUse: (path: string): FaultText => ({
    message: `${path} is open in its program, which has not written all of it yet.`,
    hint: 'Close that program, or export there and import what it exports.',
  }),
}
