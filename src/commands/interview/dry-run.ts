import type { Host } from '../../host/host.ts'
import type { InterviewOptions } from '../../options/interview.ts'
import { planJson, planLines } from '../../view/reports/plan.ts'
import { planInterview } from './plan-interview.ts'

/** `viva interview --dry-run`: what would be asked, and why; nothing is asked or recorded. */
export async function run(host: Host, options: InterviewOptions): Promise<void> {
  const { plan } = await planInterview(host, options)
  const { terminal } = host
  if (options.json === true) return terminal.json(planJson(plan))
  terminal.print(planLines(plan, terminal.look()))
}
