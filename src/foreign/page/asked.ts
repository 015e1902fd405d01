import { plain } from '../../cards/blocks/inline.ts'
import type { ForeignText } from '../foreign.ts'

/** A question longer than this is told below its own line, in characters. */
const longest = 300

/** Markdown of a front as a question of one line, and what is asked besides. */
export function asked(markdown: string): Pick<ForeignText, 'question' | 'body'> {
  const text = markdown.trim()
  const end = text.search(/\n|$/)
  const first = text.slice(0, end)
  const rest = text.slice(end).trim()
  const isLine = !/^(?:```|~~~|\||!\[|\$\$|[-*+>] )/.test(first)
  const question = isLine ? plain(first).replace(/\s+/g, ' ').trim() : ''
  if (question !== '' && question.length <= longest && !first.includes('![')) {
    return { question, body: rest === '' ? undefined : rest }
  }
  // a picture or a piece of code: its words stand for it, and it is shown whole below
  const words = plain(text.replace(/!\[([^\]\n]*)\]\([^)\n]*\)/g, ' $1 ')).replace(/[`|]/g, ' ')
  const shown = words.replace(/\s+/g, ' ').trim().slice(0, longest).trim()
  return { question: shown === '' ? '?' : shown, body: text === '' ? undefined : text }
}
