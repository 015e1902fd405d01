const end = /(?<=[。！？!?])\s*|(?<=[.;；])\s+(?=\S)|(?<=；)|\n+/
const clause = /(?<=[，,；;、])\s*/
const mostSentences = 200

/** A text in its sentences; in clauses where that gives fewer than wanted. */
export function sentencesOf(text: string, wanted: number): readonly string[] {
  const sentences = text.slice(0, 20_000).split(end).map(trimmed).filter(isSaid)
  if (sentences.length >= wanted) return sentences.slice(0, mostSentences)
  const clauses = text.slice(0, 20_000).split(clause).flatMap((one) => one.split(end))
  const said = clauses.map(trimmed).filter(isSaid)
  return said.length >= wanted ? said.slice(0, mostSentences) : sentences
}

function trimmed(text: string): string {
  return text.replace(/[\s。，,；;、]+$/, '').trim()
}

function isSaid(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
