import { plain } from '../cards/blocks/inline.ts'
import { safe } from '../text/text.ts'

/** One line of Markdown without its marks, for places where nothing is styled. */
export function plainInline(markdown: string): string {
  return safe(plain(markdown))
}
