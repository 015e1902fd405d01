import type { UserError } from '../errors.ts'
import type { Look } from '../view/look.ts'

/** What a screen runs on. */
export type Stage = {
  readonly input: NodeJS.ReadStream
  readonly output: NodeJS.WriteStream
  readonly look: () => Look
  readonly edit: (text: string) => Promise<string>
  /** Says that the editor failed. */
  readonly warn: (error: UserError) => void
}

/** The signals that end a screen, by number; the exit code is 128 and the number. */
export const signals = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const
