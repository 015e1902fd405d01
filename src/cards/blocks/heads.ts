import { leadOf } from '../choice/numbering.ts'
import { emit, lineAt, put, type Scan } from './block.ts'
import { isBlank } from './lines.ts'

const key = /^["']?[\w-]{1,40}["']?[ \t]*:(?:[ \t]|$)/
const longestHead = 60

/** Notes put one behind the other, each with a head of its own: its title is a heading. */
export function laterHead(scan: Scan, rest: string): boolean {
  if (scan.items.length > 0 || !/^---[ \t]*$/.test(rest)) return false
  if (scan.at > 0 && !isBlank(scan.lines[scan.at - 1])) return false
  const close = closeOf(scan)
  if (close === undefined) return false
  const title = titleIn(scan, close)
  if (title === undefined || leadsToHeading(scan, close)) return emit(scan, 'property', close, rest)
  put(scan, 'property', scan.at, Math.max(scan.at, title.line - 1), rest)
  put(scan, 'heading', title.line, close, title.text, 1)
  scan.at = close + 1
  return true
}

/** The line that closes a head, if all lines up to it are a head's. */
function closeOf(scan: Scan): number | undefined {
  const first = lineAt(scan, scan.at + 1)
  if (!key.test(first)) return undefined
  for (let at = scan.at + 1; at < scan.at + longestHead; at++) {
    const line = lineAt(scan, at)
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return at
    if (!key.test(line) && !/^(?:\s+\S|- )/.test(line)) return undefined
    // `Question: …` between rules is a card
    if (leadOf(line).kind !== 'none') return undefined
  }
  return undefined
}

function titleIn(scan: Scan, close: number) {
  for (let line = scan.at + 1; line < close; line++) {
    const text = /^title[ \t]*:[ \t]*(.+)$/i.exec(lineAt(scan, line))?.[1]
    if (text !== undefined) return { line, text: text.replace(/^(["'])(.*)\1[ \t]*$/, '$2') }
  }
  return undefined
}

function leadsToHeading(scan: Scan, close: number): boolean {
  let at = close + 1
  while (at < scan.lines.length && isBlank(scan.lines[at])) at++
  return /^#{1,6}[ \t]/.test(lineAt(scan, at))
}

/** Whether a block is such a head, and not the properties of a bullet. */
export function isLaterHead({ kind, text }: { readonly kind: string; readonly text: string }) {
  return kind === 'property' && text.startsWith('---')
}
