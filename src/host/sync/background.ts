import { spawn } from 'node:child_process'

/** Lets another viva sync; what does not go now goes another time. */
export function syncInBackground(): void {
  inBackground('sync', '--quiet')
}

/**
 * Lets another viva obey these words, which goes on when this one has ended and says nothing. Never
 * throws: nobody asked for it just now.
 */
export function inBackground(...words: readonly string[]): void {
  const [node, script] = process.argv
  if (node === undefined || script === undefined) return
  const child = spawn(node, [script, ...words], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  })
  child.on('error', () => {})
  child.unref()
}
