import { assessRows, libraryRows, printRows, rateRows } from '../options/commands.ts'
import { grade } from '../options/kinds.ts'
import { command } from './command.ts'

const aside = (['suspend', 'unsuspend', 'bury'] as const).map((kind) =>
  command({
    name: kind,
    says: kind,
    args: [{ name: '<card...>', says: 'card' }],
    options: libraryRows,
    run: async (host, options, words) =>
      (await import('../commands/review/set-aside.ts')).run(host, kind, words, options),
  }),
)

/** What is done with one card. */
export const grading = [
  command({
    name: 'assess',
    says: 'assess',
    args: [
      { name: '<card>', says: 'card' },
      { name: '[answer]', says: 'answer' },
    ],
    options: assessRows,
    run: async (host, options, card, answer) =>
      (await import('../commands/assess.ts')).run(host, card, answer, options),
  }),
  command({
    name: 'rate',
    says: 'rate',
    args: [
      { name: '<card>', says: 'card' },
      { name: '<grade>', says: 'grade', kind: grade },
    ],
    options: rateRows,
    run: async (host, options, card, grade) =>
      (await import('../commands/review/rate.ts')).run(host, card, grade, options),
  }),
  command({
    name: 'undo',
    says: 'undo',
    args: [{ name: '[id]', says: 'record' }],
    options: printRows,
    run: async (host, options, id) =>
      (await import('../commands/review/undo.ts')).run(host, id, options),
  }),
  ...aside,
  command({
    name: 'note',
    says: 'note',
    args: [{ name: '<card...>', says: 'card' }],
    options: libraryRows,
    run: async (host, options, words) =>
      (await import('../commands/cards/note.ts')).run(host, words, options),
  }),
]
