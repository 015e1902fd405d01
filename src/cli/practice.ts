import { planRows, reviewRows } from '../options/commands.ts'
import { interviewRows } from '../options/interview.ts'
import { command } from './command.ts'

/** What asks. */
export const practice = [
  command({
    name: 'interview',
    alias: 'mock',
    says: 'interview',
    options: interviewRows,
    after: (say) => `\n${say.help.interview}`,
    run: async (host, options) =>
      (await import('../commands/interview/interview.ts')).run(host, options),
  }),
  command({
    name: 'review',
    says: 'review',
    options: reviewRows,
    run: async (host, options) => (await import('../commands/review/review.ts')).run(host, options),
  }),
  command({
    name: 'plan',
    says: 'plan',
    options: planRows,
    after: (say) => `\n${say.help.plan}`,
    run: async (host, options) => (await import('../commands/progress/plan.ts')).run(host, options),
  }),
]
