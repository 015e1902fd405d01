import { type Command, Option } from 'commander'
import { collected, from, narrowed, number, oneOf, whole } from './cli-options.ts'
import type { Host } from './host/host.ts'
import type { Messages } from './i18n/en.ts'

/** The command that asks. */
export function addInterview(viva: Command, host: Host, say: Messages): void {
  const { options } = say
  const interview = viva
    .command('interview')
    .alias('mock')
    .description(say.commands.interview)
    .option('-n, --questions <count>', options.questions, whole(1, 1000))
    .option('-m, --minutes <minutes>', options.minutes, number(0.1, 1440))
    .option('--seconds <seconds>', options.seconds, number(1, 86_400))
    .addOption(new Option('--mode <mode>', options.mode).argParser(oneOf('type', 'think')))
    .option('--exam', options.exam)
    .option('--soft', options.soft)
    .option('--breaks', options.breaks)
    .option('--no-follow-ups', options.noFollowUps)
    .addOption(new Option('--card <card>', options.interviewCard).argParser(collected))
    .addOption(from(say))
    .option('--weak', options.weak)
    .option('--due', options.due)
  narrowed(interview, say)
    .option('--preset <name>', options.preset)
    .option('--save-preset <name>', options.savePreset)
    .option('--seed <text>', options.seed)
    .option('--dry-run', options.dryRun)
    .option('--json', options.planJson)
    .option('--resume', options.resume)
    .option('--save <file>', options.saveReport)
    .option('--force', options.force)
    .action(async (given) => (await import('./commands/interview.ts')).run(host, given))
}
