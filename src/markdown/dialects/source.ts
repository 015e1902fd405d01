import { framed, type Line } from './frames.ts'
import { withoutHidden } from './hidden.ts'
import { plainLine } from './in-line.ts'
import { withDefinitionsApart, withTerms } from './terms.ts'

// Most texts, told at one look: nothing in them is of a dialect.
const mayHold =
  /:{3}|\[!|[!?=]{3}[+!]? |\{[%{:#./]|%%|<(?:aside|[A-Z])|^[ \t>]*:[ \t]|::(?:[ \t]|$)|^[ \t]*:\w+:|\(\([0-9a-f]{8}-|^#\+|[`~]{3}(?:ad-|\{)|=\d*x?\d*\)|[\])]\{|^ {0,3}\[[^\]]+\]:|^(?:import|export) |(?:SCHEDULED|DEADLINE):|^@tab/im

/**
 * A text in which what Obsidian, Logseq, VuePress, Docusaurus, MkDocs, Hexo, Hugo, Notion and MDX add
 * to Markdown is Markdown, or gone where it is meant for programs. Code stays as it is.
 */
export function plainMarkdown(text: string): string {
  if (!mayHold.test(text)) return text
  const lines = withoutHidden(framed(text.split(/\r\n?|\n/)))
  return withDefinitionsApart(withTerms(lines.map(read)))
    .map(({ prefix, text }) => (text === '' ? prefix.trimEnd() : prefix + text))
    .join('\n')
}

const tab = /^@tab(?::active)?\s+(.*?)(?:#\S+)?\s*$/

function read(line: Line): Line {
  if (line.isCode) return line
  return { ...line, text: plainLine(line.text).replace(tab, '\n**$1**\n') }
}
