const outlineHead = /^##\s+(?:situation|task|action|result|背景|任务|行动|结果)\s*$/i
const anyHead = /^##?\s/

/** A person's note as it counts: without the heads of a STAR outline that they left empty. */
export function writtenNote(text: string): string {
  const sections = sectionsOf(text)
  const written = sections.filter(([head = '', ...below]) => {
    return !outlineHead.test(head.trimEnd()) || !isBlank(below.join('\n'))
  })
  if (written.length === sections.length) return text
  const kept = written.map((lines) => lines.join('\n')).join('\n')
  return isBlank(kept) ? '' : kept
}

/** The lines before the first head, then each head with the lines below it. */
function sectionsOf(text: string): readonly (readonly string[])[] {
  const sections: string[][] = [[]]
  for (const line of text.split('\n')) {
    if (anyHead.test(line)) sections.push([line])
    else sections.at(-1)?.push(line)
  }
  return sections.filter((lines) => lines.length > 0)
}

/** Whether there is nothing but comments, such as say what belongs there. */
function isBlank(markdown: string): boolean {
  return markdown.split('<!--').every((piece, i) => {
    const end = piece.indexOf('-->')
    const told = i === 0 ? piece : end < 0 ? '' : piece.slice(end + 3)
    return told.trim() === ''
  })
}
