import { count } from '../count.ts'

/** What is said of files of ours: the doctor, backups, imports. In English. */
export const keeping = {
  whole: 'whole',
  broken: (reason: string) => `cannot be read (${reason})`,
  unwritable: (reason: string) => `nothing can be saved there (${reason})`,
  foreign: (owner: number) => `belongs to another user (${owner})`,
  mended: (path: string, to: string | undefined) =>
    to === undefined ? `${path} can be read and written again.` : `${path} was put aside: ${to}`,
  records: (n: number) => count(n, 'record'),
  cards: (n: number) => count(n, 'line of the card registry', 'lines of the card registry'),
  notes: (n: number) => count(n, 'note'),
  interviews: (n: number) => count(n, 'interview'),
  settings: (names: string) => `settings: ${names}`,
  place: (place: string, start: number, end: number) => `${place} (bytes ${start} to ${end})`,
  why: {
    'not-a-record': 'no record',
    checksum: 'the checksum does not fit',
    json: 'no valid JSON',
    fields: 'something is missing in it',
    time: 'its time is none that a date can be',
    'not-utf8': 'not UTF-8: was it saved by an editor?',
  },
  torn: 'a last piece without an end; it was never said to be saved',
  ahead: (n: number) =>
    `${count(n, 'record')} made while the clock was ahead of now; each counts from its own time on. viva undo <id> takes one back:`,
  leftText: (path: string) => `${path}: text that an editor left; it stays until you take it away`,
  spent: (n: number) =>
    `${count(n, 'file')} left by runs that were killed; viva doctor --repair takes them away.`,
  tidied: (n: number) => `${count(n, 'file')} left by runs that were killed: taken away.`,
  more: (n: number) => `… and ${n} more`,
  caches: (n: number) => `${count(n, 'cache')}; they can be deleted at any time.`,
  copies: (n: number, last: string) =>
    `${count(n, 'dated copy', 'dated copies')} in backups/, the last of ${last}.`,
  noCopies: 'No dated copy yet; viva backup makes one.',
  sound: 'Everything is as it was written.',
  damagedFound:
    'Some of it is damaged. The rest is used; viva restore of an older copy brings back what is lost.',
  rebuilt: (n: number) => `${count(n, 'cache')} thrown away and made anew.`,
  setAside: (path: string) => `A damaged piece was copied to ${path}`,
  backedUp: (path: string) => `Saved to ${path}`,
  added: (what: string) => `Added: ${what}`,
  beside: (path: string) => `Yours differs and stays; the other one is in ${path}`,
  notRestored: (path: string, reason: string) => `Not restored: ${path} (${reason})`,
  nothingNew: 'Everything in it is here already.',
  spoilt: (path: string) => `${path} is damaged; what is whole in it was used.`,
  imported: (added: number, known: number, wet: boolean) => {
    const what = `${count(added, 'review')} ${wet ? 'imported' : 'would be imported'}`
    return known === 0 ? `${what}.` : `${what}; ${known} were here already.`
  },
  refused: {
    json: 'no JSON object',
    card: 'neither “card” nor “question” is given',
    grade: '“grade” must be 1 to 4, or again, hard, good, easy',
    at: '“at” must be a time such as 2026-03-09T20:00:00+08:00, or ms since 1970',
    seconds: '“seconds” must be a number from 0 to 86400',
    future: '“at” lies in the future',
    'no-such-card': 'no card, or more than one, is meant by it; see viva search',
  },
}
