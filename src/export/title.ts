import { clip, oneLine } from '../text/text.ts'

/** In cells; longer ones fill pages and running heads. */
const longestTitle = 160

/** The title that a person gave, on one line and of a fair length; the usual one if it says nothing. */
export function titleOr(usual: string, said: string | undefined): string {
  const line = oneLine((said ?? '').replace(/\p{Cc}+/gu, ' '))
  const title = clip(line.replace(/\s+/g, ' ').trim(), longestTitle)
  return title === '' ? usual : title
}
