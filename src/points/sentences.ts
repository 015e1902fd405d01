const end = /(?<=[。！？!?])\s*|(?<=[.;])\s+(?=\S)|(?<=；)|\n+/
const clause = /(?<=[，,；;、])\s*/
const longest = 20_000
const mostSentences = 200
const shortestClause = 4

/** A text in its sentences. */
export function sentencesOf(text: string): readonly string[] {
  return text.slice(0, longest).split(end).map(trimmed).filter(isSaid).slice(0, mostSentences)
}

/** Texts in sentences; where those are too few, the longest in clauses. */
export function enoughSentences(texts: readonly string[], wanted: number): readonly string[] {
  let all = texts.flatMap(sentencesOf).slice(0, mostSentences)
  const whole = new Set<string>()
  while (all.length < wanted) {
    const open = all.filter((text) => !whole.has(text))
    const longestOne = open.reduce((a, b) => (b.length > a.length ? b : a), '')
    if (longestOne === '') return all
    whole.add(longestOne)
    const clauses = clausesOf(longestOne)
    if (clauses.length > 1) all = all.flatMap((text) => (text === longestOne ? clauses : [text]))
    for (const one of clauses) whole.add(one)
  }
  return all
}

function clausesOf(text: string): readonly string[] {
  const clauses: string[] = []
  for (const one of text.split(clause)) {
    const before = clauses.at(-1)
    // what is too short to say something belongs to what came before
    if (before !== undefined && trimmed(one).length < shortestClause)
      clauses[clauses.length - 1] = before + one
    else clauses.push(one)
  }
  return clauses.map(trimmed).filter(isSaid)
}

function trimmed(text: string): string {
  return text.replace(/[\s。，,；;、.]+$/, '').trim()
}

function isSaid(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
