import { historyRows, printRows, statsRows, topicsRows } from '../options/commands.ts'
import { place } from '../options/kinds.ts'
import { command } from './command.ts'

/** What was done: past reviews, past interviews. */
export const past = [
  command({
    name: 'stats',
    says: 'stats',
    options: statsRows,
    after: (say) => `\n${say.help.stats}`,
    run: async (host, options) =>
      (await import('../commands/progress/stats.ts')).run(host, options),
  }),
  command({
    name: 'topics',
    says: 'topics',
    options: topicsRows,
    run: async (host, options) =>
      (await import('../commands/progress/topics.ts')).run(host, options),
  }),
  command({
    name: 'log',
    says: 'log',
    options: printRows,
    run: async (host, options) => (await import('../commands/review/log.ts')).run(host, options),
  }),
  command({
    name: 'history',
    says: 'history',
    args: [{ name: '[number]', says: 'interviewNumber', kind: place }],
    options: historyRows,
    after: (say) => `\n${say.help.history}`,
    run: async (host, options, n) =>
      (await import('../commands/interview/history.ts')).run(host, n, options),
  }),
]
