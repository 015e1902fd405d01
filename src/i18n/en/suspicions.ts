import type { Suspicion } from '../../cards/read/suspicions.ts'

/** What looks as if a file were read wrongly. */
export function suspicious(found: Suspicion): string {
  switch (found.why) {
    case 'long':
      return 'an answer of over 300 lines: does it hold other questions?'
    case 'asks-inside':
      return `${found.count} lines inside this answer read like questions: ${lines(found)}`
    case 'chapters-inside':
      return found.count === 1
        ? `a chapter heading stands inside this answer: ${lines(found)}`
        : `${found.count} chapter headings stand inside this answer: ${lines(found)}`
    case 'no-cards':
      return `no questions were found, yet ${found.count} lines read like some: ${lines(found)}`
    case 'asks-outside':
      return `${found.count} lines read like questions and belong to no card: ${lines(found)}`
    case 'same-answer':
      return `${found.count} cards have the same answer as this one: is it a placeholder?`
  }
}

function lines({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`
}
