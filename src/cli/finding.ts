import { listRows, searchRows, showRows } from '../options/commands.ts'
import { command } from './command.ts'

/** What finds and shows cards. */
export const finding = [
  command({
    name: 'search',
    says: 'search',
    args: [{ name: '[words...]' }],
    // a word after a minus is one that must not be found
    takesMinus: true,
    options: searchRows,
    run: async (host, options, words) =>
      (await import('../commands/search/search.ts')).run(host, words, options),
  }),
  command({
    name: 'list',
    says: 'list',
    options: listRows,
    run: async (host, options) => (await import('../commands/cards/list.ts')).run(host, options),
  }),
  command({
    name: 'show',
    says: 'show',
    args: [{ name: '<card...>', says: 'card' }],
    options: showRows,
    run: async (host, options, words) =>
      (await import('../commands/cards/show.ts')).run(host, words, options),
  }),
]
