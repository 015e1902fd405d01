/** Signals after which nothing unfinished may stay. */
export const stops = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
