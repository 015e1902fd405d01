import { put, type Scan } from './block.ts'
import { dedent, firstInk, indentOf, isBlank, longestLine } from './lines.ts'

// the sign, a fold that is open, its kind and place, its title
const mark = /^(!{3}|\?{3})(\+?)[ \t]+([\w-]+(?:[ \t]+[\w-]+){0,4})?[ \t]*(?:"(.*)")?[ \t]*$/

/** Columns by which what belongs to one is indented. */
const step = 4

/** The lines as they read within admonitions, and the last line of each by its first. */
export type Admonitions = {
  readonly lines: readonly string[]
  readonly ends: ReadonlyMap<number, number>
}

type Open = { readonly at: number; readonly content: number; last: number }

/**
 * Finds `!!! note "Title"`, `??? question "Title"` with the indented lines below, whose indent says where
 * they belong and nothing else: it is taken off, so that no code is seen there.
 */
export function admonitionsIn(lines: readonly string[]): Admonitions {
  const ends = new Map<number, number>()
  if (!lines.some(mayOpen)) return { lines, ends }
  const open: Open[] = []
  const told = lines.map((line, at) => {
    if (isBlank(line)) return line
    const indent = indentOf(line)
    while (indent < (open.at(-1)?.content ?? 0)) close(open, ends)
    for (const one of open) one.last = at
    const inner = dedent(line, open.length * step)
    if (open.length < deepest && mayOpen(line) && holdsNext(lines, at, indent)) {
      open.push({ at, content: indent + step, last: at })
    }
    return inner
  })
  while (open.length > 0) close(open, ends)
  return { lines: told, ends }
}

const deepest = 8

function close(open: Open[], ends: Map<number, number>): void {
  const one = open.pop()
  if (one !== undefined) ends.set(one.at, one.last)
}

function mayOpen(line: string): boolean {
  const at = firstInk(line)
  return (line[at] === '!' || line[at] === '?') && opensAdmonition(line.slice(at, longestLine))
}

function holdsNext(lines: readonly string[], at: number, indent: number): boolean {
  const next = lines.slice(at + 1, at + 4).find((line) => !isBlank(line))
  return next !== undefined && indentOf(next) >= indent + step
}

/** Whether a line could be the first of one. */
export function opensAdmonition(ink: string): boolean {
  return (ink.startsWith('!!!') || ink.startsWith('???')) && titleOf(ink) !== undefined
}

/** The words of its title, `''` if it has a kind alone. */
function titleOf(ink: string): string | undefined {
  const [whole, , , kind, title] = mark.exec(ink.slice(0, 1000)) ?? []
  if (whole === undefined || (kind === undefined && title === undefined)) return undefined
  return title?.trim() ?? ''
}

/** A fold with a title is one that asks; so is a box of questions. */
export function admonition(scan: Scan, rest: string): boolean {
  const end = scan.admonitions.get(scan.at)
  const title = titleOf(rest)
  if (end === undefined || title === undefined) return false
  put(scan, 'details-open', scan.at, scan.at, rest)
  const asks = rest.startsWith('???') || /^!!!\s+(?:question|help|faq)\b/i.test(rest)
  if (asks && title !== '') put(scan, 'summary', scan.at, scan.at, title)
  scan.boxes.push(end)
  scan.at++
  return true
}

/** Closes those whose last line is told. */
export function leaveAdmonitions(scan: Scan): void {
  for (;;) {
    const end = scan.boxes.at(-1)
    if (end === undefined || end >= scan.at) return
    scan.boxes.pop()
    put(scan, 'details-close', end, end)
  }
}
