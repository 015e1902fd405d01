const endTag =
  /\{%-?\s*end_?(\w+)\s*-?%\}|\{\{[<%]\s*\/\s*([\w-]+)\s*[%>]\}\}|<\/([\w.]+)>|#\+END_(\w+)/gi

/** The last line in which each tag ends. */
export function lastEnds(lines: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if (!/[{<#]/.test(line)) continue
    for (const [, template, shortcode, component, block] of line.matchAll(endTag)) {
      if (template !== undefined) found.set(`%${template.toLowerCase()}`, at)
      if (shortcode !== undefined) found.set(`{${shortcode.toLowerCase()}`, at)
      if (component !== undefined) found.set(`<${component.toLowerCase()}`, at)
      if (block !== undefined) found.set(`+${block.toLowerCase()}`, at)
    }
  }
  return found
}
