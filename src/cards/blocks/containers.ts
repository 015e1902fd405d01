import { emit, lineAt, put, type Scan } from './block.ts'
import { firstInk } from './lines.ts'

const mark = /^:{3,}(?!:)\s*([^\s[{]*)\s*(.*)$/

/** What opens and closes each other: lines that begin with `:::` and a name, and bare ones. */
export type Partners = ReadonlyMap<number, number>

/** `::: details 什么是闭包？` and the bare `:::` that closes it; what has no partner is text. */
export function container(scan: Scan, rest: string): boolean {
  const partner = partnersIn(scan).get(scan.at)
  const [, name = '', title = ''] = mark.exec(rest.slice(0, 1000)) ?? []
  if (partner === undefined) return false
  if (partner < scan.at) return emit(scan, 'details-close', scan.at)
  put(scan, 'details-open', scan.at, scan.at, rest)
  const shown = titleOf(title)
  if (/^(?:details|collapse|spoiler|question|faq)$/i.test(name) && shown !== '') {
    put(scan, 'summary', scan.at, scan.at, shown)
  }
  scan.at++
  return true
}

/** A container directly below an item belongs to it, though nothing indents it. */
export function holdItems(scan: Scan, line: string): void {
  if (scan.items.length === 0 || scan.at <= scan.held.until || !line.includes(':::')) return
  if (!mark.test(line.slice(firstInk(line)))) return
  const close = partnersIn(scan).get(scan.at) ?? -1
  if (close > scan.at) scan.held = { depth: scan.items.length, until: close }
}

/** `{open}` and `[…]` dress the title in some dialects. */
function titleOf(title: string): string {
  return title
    .replace(/\s*\{[^{}]*\}\s*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .trim()
}

function partnersIn(scan: Scan): Partners {
  scan.partners ??= pairs(scan)
  return scan.partners
}

function pairs(scan: Scan): Partners {
  const partners = new Map<number, number>()
  const open: number[] = []
  for (let at = scan.at; at < scan.lines.length; at++) {
    const line = lineAt(scan, at)
    const found = line.includes(':::') ? mark.exec(line.slice(firstInk(line)).slice(0, 1000)) : null
    if (found === null) continue
    if (found[1] !== '' || found[2] !== '') open.push(at)
    else {
      const opener = open.pop()
      if (opener === undefined) continue
      partners.set(opener, at).set(at, opener)
    }
  }
  return partners
}
