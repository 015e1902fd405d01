import {
  checkRows,
  jsonRows,
  libraryAddRows,
  libraryRemoveRows,
  libraryUpdateRows,
  relinkRows,
} from '../options/commands.ts'
import { command } from './command.ts'

/** Where cards come from, and what became of them. */
export const libraries = [
  command({
    name: 'relink',
    says: 'relink',
    options: relinkRows,
    run: async (host, options) => (await import('../commands/cards/relink.ts')).run(host, options),
  }),
  command({
    name: 'check',
    says: 'check',
    args: [{ name: '[path]', of: 'file' }],
    options: checkRows,
    run: async (host, options, path) =>
      (await import('../commands/cards/check.ts')).run(host, path, options),
  }),
  command({
    name: 'library',
    says: 'library',
    options: jsonRows,
    run: async (host, options) =>
      (await import('../commands/cards/library.ts')).list(host, options),
    parts: [
      command({
        name: 'add',
        says: 'libraryAdd',
        args: [{ name: '<place...>', says: 'libraryPlace', of: 'file' }],
        options: libraryAddRows,
        run: async (host, options, paths) =>
          (await import('../commands/cards/library.ts')).add(host, paths, options),
      }),
      command({
        name: 'list',
        says: 'libraryList',
        options: jsonRows,
        run: async (host, options) =>
          (await import('../commands/cards/library.ts')).list(host, options),
      }),
      command({
        name: 'update',
        says: 'libraryUpdate',
        args: [{ name: '[library...]', of: 'added-library' }],
        options: libraryUpdateRows,
        run: async (host, options, names) =>
          (await import('../commands/cards/update.ts')).update(host, names, options),
      }),
      command({
        name: 'remove',
        says: 'libraryRemove',
        args: [{ name: '<library...>', of: 'added-library' }],
        options: libraryRemoveRows,
        run: async (host, options, paths) =>
          (await import('../commands/cards/library.ts')).remove(host, paths, options),
      }),
    ],
  }),
]
