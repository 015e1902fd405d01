/**
 * Text folded for comparing: full-width and half-width, upper and lower case are one. Every UTF-16
 * unit gives exactly one, so offsets in the fold are offsets in the text.
 */
export function fold(text: string): string {
  if (/^[\x00-\x7f]*$/.test(text)) return text.toLowerCase()
  let folded = ''
  for (const unit of text.split('')) folded += foldUnit(unit)
  return folded
}

function foldUnit(unit: string): string {
  const plain = unit.normalize('NFKC').toLowerCase()
  return plain.length === 1 ? plain : unit
}

/** The words of a query, folded, each once. */
export function termsOf(query: string): readonly string[] {
  return [...new Set(fold(query).split(/[\s,，、;；]+/))].filter((term) => term !== '')
}
