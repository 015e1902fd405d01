/**
 * Whether a pattern names a file: `?` and `*` stay in a folder, `**` does not, and a folder mark behind
 * `**` may be none. Both are walked once, side by side: time grows with their lengths, whatever
 * they hold (Thompson's simulation of an automaton).
 */
export function isNamedBy(pattern: string, file: string): boolean {
  const parts = partsOf(pattern)
  let now = new Set<number>()
  enter(parts, 0, now)
  for (const character of file) {
    const next = new Set<number>()
    for (const at of now) step(parts, at, character, next)
    if (next.size === 0) return false
    now = next
  }
  return now.has(parts.length)
}

const longest = 200
const wild = new Set(['**/', '**', '*'])

function partsOf(pattern: string): readonly string[] {
  // any folders, and then any folders, are any folders
  const parts = pattern.slice(0, longest).match(/(?:\*\*\/)+|\*\*|./gsu) ?? []
  return parts.map((part) => (part.startsWith('**/') ? '**/' : part))
}

/** A part that may stand for nothing is passed at once. */
function enter(parts: readonly string[], at: number, places: Set<number>): void {
  const part = parts[at] ?? ''
  // one may stand between folders without having passed them
  if (places.has(at) && part !== '**/') return
  places.add(at)
  if (wild.has(part)) enter(parts, at + 1, places)
}

function step(parts: readonly string[], at: number, character: string, next: Set<number>): void {
  const part = parts[at]
  if (part === undefined) return
  if (part === '**/') {
    // what stands for folders ends with one
    next.add(at)
    if (character === '/') enter(parts, at + 1, next)
  } else if (part === '**') enter(parts, at, next)
  else if (part === '*') {
    if (character !== '/') enter(parts, at, next)
  } else if (part === '?' ? character !== '/' : part === character) enter(parts, at + 1, next)
}
