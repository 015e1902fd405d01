import { spawn } from 'node:child_process'

/** `less` shows colours, and leaves what it showed on the screen. */
const usual = 'less'
const usualOptions = { LESS: 'RX', LESSCHARSET: 'utf-8' }

/**
 * Shows lines in the person's pager, `$PAGER` or `less`, until it is closed; false if there is none,
 * and then nothing was shown.
 */
export async function paged(lines: readonly string[]): Promise<boolean> {
  const pager = pagerOfPerson()
  if (pager === '' || pager === 'cat') return false
  const env = { ...usualOptions, ...process.env }
  // a command line, which a shell reads
  const child = spawn(pager, { stdio: ['pipe', 'inherit', 'inherit'], shell: true, env })
  // Ctrl-C is the pager's business, and one that is closed early wants no more lines
  const ignored = () => {}
  process.on('SIGINT', ignored)
  child.stdin.on('error', ignored)
  try {
    child.stdin.end(lines.map((line) => `${line}\n`).join(''))
    return await new Promise((resolve) => {
      child.on('error', () => resolve(false))
      child.on('exit', (code) => resolve(code !== notExecutable && code !== notFound))
    })
  } finally {
    process.off('SIGINT', ignored)
  }
}

/** What a shell gives where there is no such program. */
const notExecutable = 126
const notFound = 127

function pagerOfPerson(): string {
  // the one that Windows has garbles colours and what is not English
  return process.env.PAGER ?? (process.platform === 'win32' ? '' : usual)
}
