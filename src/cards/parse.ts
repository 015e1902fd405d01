import { asksBelow, type Parts, partsOf } from './answer.ts'
import { blocksOf } from './blocks.ts'
import type { Card, Deck, Language, Place, Problem, Shape } from './card.ts'
import { type Choice, choose } from './choose.ts'
import { type Cut, cutsOf } from './cut.ts'
import { type Head, splitFrontMatter } from './front-matter.ts'
import { mintId } from './identity.ts'
import { linesOf } from './lines.ts'
import { marksOf } from './marks.ts'
import { openingsOf, titleOf, withoutRepeats } from './openings.ts'
import { contentsOf, type Outline } from './outline.ts'

type Input = { readonly library: string; readonly file: string; readonly text: string }

/** Reads one file of notes. Never throws; what is odd comes back as problems. */
export function parse(input: Input): {
  readonly deck: Deck
  readonly problems: readonly Problem[]
} {
  const lines = linesOf(input.text)
  const { head, from, problems: headProblems } = splitFrontMatter(lines, input.file)
  const problems = [...headProblems]
  const blocks = blocksOf(lines, from)
  const opening = titleOf(head, blocks)
  const title = opening?.text
  const openings = withoutRepeats(openingsOf(blocks, lines))
  const outline: Outline = {
    blocks,
    openings,
    contents: contentsOf(blocks, lines),
    isBank: /面试|八股|题|问题|interview|question|q&a|faq|quiz/i.test(`${title} ${input.file}`),
    openingAt: new Map(openings.map((opening) => [opening.block, opening])),
    title: opening,
  }
  const choices = choose(outline)
  const cuts = cutsOf(outline, choices)
  const asking = cuts.filter(asksBelow)
  // where most titles have only questions below them, everything below a title asks
  const isAllAsking = asking.length >= 2 && asking.length >= cuts.length * 0.6
  const cards = cuts.map((cut) => {
    const asksOn = isAllAsking || (cut.opening.weight < 0.9 && asking.includes(cut))
    return cardOf(cut, partsOf(cut, lines, blocks, asksOn), input, head, problems)
  })
  twice(cards, input.file, problems)
  const language =
    head.language ??
    languageOf(cards.map((card) => card.question).join('') || input.text.slice(0, 4000))
  return {
    deck: {
      file: input.file,
      title,
      language,
      shapes: choices.map((choice) => shapeOf(choice, blocks)),
      cards,
    },
    problems,
  }
}

function shapeOf({ region, evidence }: Choice, blocks: Outline['blocks']): Shape {
  const { shape, openings, asking, own, run, listed } = evidence
  const line = (region.from === 0 ? 0 : (blocks[region.from]?.line ?? 0)) + 1
  return { name: shape, line, openings: openings.length, asking, own, run, listed }
}

function cardOf(cut: Cut, parts: Parts, input: Input, head: Head, problems: Problem[]): Card {
  const comments = cut.marks.map((block) => ({
    text: block.text,
    at: { file: input.file, line: block.line + 1 },
  }))
  const marks = marksOf(comments, problems)
  const asked = parts.body === undefined ? parts.question : `${parts.question}\n${parts.body}`
  return {
    id: marks.id ?? mintId(asked, parts.answer),
    language: head.language ?? languageOf(`${parts.question}${parts.answer?.slice(0, 1000) ?? ''}`),
    topics: head.topics ?? cut.topics,
    tags: [...head.tags, ...marks.tags],
    level: marks.level ?? head.level,
    aliases: marks.aliases,
    question: parts.question,
    body: parts.body,
    answer:
      parts.answer === undefined
        ? { kind: 'missing' }
        : { kind: 'written', markdown: parts.answer },
    keyPoints: parts.keyPoints,
    followUps: parts.followUps,
    source: {
      library: input.library,
      file: input.file,
      line: cut.line + 1,
      endLine: parts.end + 1,
    },
  }
}

function languageOf(text: string): Language {
  let han = 0
  let latin = 0
  for (let at = 0; at < Math.min(text.length, 1000); at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x3400 && code <= 0x9fff) han++
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin++
  }
  return han > 0 && han * 5 >= latin ? 'zh' : 'en'
}

/** Two cards of one explicit id are kept, and said. */
function twice(cards: readonly Card[], file: string, problems: Problem[]): void {
  const seen = new Map<string, Place>()
  for (const { id, source } of cards) {
    const at = { file, line: source.line }
    const first = seen.get(id)
    if (first !== undefined) problems.push({ code: 'id-twice', at, id, first })
    else seen.set(id, at)
  }
}
