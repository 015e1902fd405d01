/** Keys that Logseq and its plugins write under a block; `term:: text` of a person is no such line. */
const property =
  /^\s*(?:id|collapsed|heading|template|template-including-parent|icon|public|filters|exclude-from-graph-view|created|updated|deck|extra|direction|alias|tags|type|(?:card|created|updated|background|ls|hl|query|logseq|done|exclude)[-.][a-z][a-z\d.-]{0,60})::(?:\s|$)/
const drawer = /^\s*:[A-Z][A-Z\d_-]{1,40}:\s*$/
const drawerEnd = /^\s*:END:\s*$/i
const planned = /^\s*(?:CLOCK: ?\[|(?:SCHEDULED|DEADLINE): ?<)\d/
const longestDrawer = 200

/**
 * The last line of what a note program wrote for itself from a line on: a property, a drawer, a date.
 * Undefined where a person wrote it.
 */
export function machineEnd(lines: readonly string[], at: number): number | undefined {
  const line = lines[at] ?? ''
  if (!line.includes(':') || line.length > 2000) return undefined
  if (property.test(line) || planned.test(line)) return at
  if (!drawer.test(line)) return undefined
  const last = Math.min(lines.length, at + longestDrawer)
  for (let end = at + 1; end < last; end += 1) {
    const next = lines[end] ?? ''
    if (drawerEnd.test(next)) return end
    if (/^\s*[-*+#]\s/.test(next)) return undefined
  }
  return undefined
}
