import { oneOf } from './kinds.ts'

/** The shells that viva completes its command line in. */
export const shells = ['bash', 'zsh', 'fish', 'powershell'] as const
export type Shell = (typeof shells)[number]

export const shell = oneOf(...shells)
