import type { Card } from '../cards/card.ts'
import { definitionsOf, labelled } from '../cards/definitions.ts'
import { withLabels } from '../markdown/references.ts'

/**
 * A card whose labels mean what they mean in its own file: in one document the first definition of a
 * label counts for all of it. Those that are taken for something else are called otherwise.
 */
export function relabelled(card: Card, taken: Map<string, string>): Card {
  const { definitions, answer } = card
  if (definitions === undefined) return card
  const names = new Map<string, string>()
  for (const [label, text] of labelled(definitions)) {
    let name = label
    for (let n = 2; (taken.get(name) ?? text) !== text; n++) name = `${label}-${n}`
    taken.set(name, text)
    if (name !== label) names.set(label, name)
  }
  if (names.size === 0) return card
  const renamed = (text: string) => withLabels(text, definitionsOf(text, definitions), names)
  return {
    ...card,
    body: card.body && renamed(card.body),
    answer: answer.kind === 'missing' ? answer : { ...answer, markdown: renamed(answer.markdown) },
    keyPoints: card.keyPoints.map(renamed),
    followUps: card.followUps.map(({ question, answer }) => ({
      question: renamed(question),
      answer: answer && renamed(answer),
    })),
    definitions: Array.from(labelled(definitions), ([label, text]) =>
      renamed(text).replace(/^\[[^\]]*\]/, `[${names.get(label) ?? label}]`),
    ).join('\n'),
  }
}
