import { spawn } from 'node:child_process'

/**
 * Lets another viva sync, which goes on when this one has ended and says nothing. Never throws: nobody
 * asked for it just now, and what does not go now goes another time.
 */
export function syncInBackground(): void {
  const [node, script] = process.argv
  if (node === undefined || script === undefined) return
  const child = spawn(node, [script, 'sync', '--quiet'], {
    detached: true,
    stdio: 'ignore',
    windowsHide: true,
  })
  child.on('error', () => {})
  child.unref()
}
