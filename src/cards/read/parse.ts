import type { NoteBlock } from '../blocks/block.ts'
import { deepest } from '../blocks/blocks.ts'
import { linesOf, longestLine } from '../blocks/lines.ts'
import { trailingTags } from '../blocks/spoken.ts'
import type { Card, CardLanguage, Deck, Place, Problem, Shape } from '../card.ts'
import { choose } from '../choice/choose.ts'
import { type Scope, scopesOf } from '../choice/scopes.ts'
import type { ChosenShape } from '../choice/shape.ts'
import { markedShape } from '../choice/shape.ts'
import { outlineOf } from '../choice/survey.ts'
import { definer } from '../definitions.ts'
import { mintId } from '../mint-id.ts'
import { asksBelow, type Parts, partsOf } from './answer.ts'
import { type Cut, cutsOf } from './cut.ts'
import { type NoteHead, splitFrontMatter } from './front-matter.ts'
import { decoded, type MarkedCard, markedCards } from './marked.ts'
import { marksOf } from './marks.ts'
import type { Override } from './override.ts'
import { blocksUnder } from './pages.ts'
import { withoutSameAnswers } from './same-answers.ts'

type Input = {
  readonly library: string
  readonly file: string
  readonly text: string
  /** What the library's owner says about this file. */
  readonly overrides?: Partial<Override> | undefined
}

type Read = { readonly deck: Deck; readonly problems: readonly Problem[] }

/** Reads one file of notes. Never throws; what is odd comes back as problems. */
export function parse(input: Input): Read {
  const lines = linesOf(input.text)
  const { head, from, problems: headProblems } = splitFrontMatter(lines, input.file)
  const problems = [...headProblems]
  const said = settled(head, input.overrides)
  if (said.questions.includes(markedShape) && !said.skip) {
    return parseMarked(lines, from, input, { said, problems })
  }
  const { blocks, said: heard } = blocksUnder(lines, from, said, input.file)
  problems.push(...beyondBounds(lines, blocks, input.file))
  const scopes = scopesOf(blocks, input.file, problems)
  const outline = outlineOf(blocks, lines, heard, input.file)
  const choices = said.skip ? [] : choose(outline, [...whole(said, blocks), ...scopes])
  const cuts = cutsOf(outline, choices)
  const asking = cuts.filter(asksBelow)
  // where most titles have only questions below them, everything below a title asks
  const isAllAsking = asking.length >= 2 && asking.length >= cuts.length * 0.6
  const given = new Map<string, Place>()
  const definitionsFor = definer(blocks, lines, input.text.length)
  const cards: Card[] = []
  const asksOn = new Set(asking.filter(({ opening }) => isAllAsking || opening.weight < 0.9))
  const all = cuts.map((cut) => partsOf(cut, lines, blocks, isAllAsking || asksOn.has(cut)))
  for (const [at, parts] of withoutSameAnswers(all).entries()) {
    const cut = cuts[at]
    // a bare "题目：" with nothing below asks nothing
    if (cut === undefined || parts.question === '') continue
    const card = cardOf(cut, parts, input, said, { problems, given })
    const tags = withTags(card.tags, cut, blocks)
    cards.push({ ...card, tags, definitions: definitionsFor(card) })
  }
  const sample = cards.map((card) => card.question).join('') || input.text
  const deck: Deck = {
    file: input.file,
    title: outline.title?.text,
    language: said.language ?? languageOf(sample),
    shapes: choices.map((choice) => shapeOf(choice, blocks)),
    cards,
  }
  return { deck, problems }
}

type Told = { readonly said: NoteHead; readonly problems: Problem[] }

/** A file that says itself where its cards are. */
function parseMarked(
  lines: readonly string[],
  from: number,
  input: Input,
  { said, problems }: Told,
): Read {
  const found = { problems, given: new Map<string, Place>() }
  const marked = markedCards(lines, from)
  const cards = marked.map((card) => markedCardOf(card, input, said, found))
  const written = cards.filter(({ answer }) => answer.kind === 'written').length
  const shape: Shape = {
    name: markedShape,
    line: from + 1,
    openings: cards.length,
    asking: cards.length,
    own: written / Math.max(1, cards.length),
    run: 0,
    listed: 0,
  }
  const sample = cards.map(({ question }) => question).join('') || input.text
  const deck: Deck = {
    file: input.file,
    title: said.title,
    language: said.language ?? languageOf(sample),
    shapes: cards.length > 0 ? [shape] : [],
    cards,
  }
  return { deck, problems }
}

function markedCardOf(marked: MarkedCard, input: Input, head: NoteHead, found: Found): Card {
  const language = marked.language ?? head.language
  const card = cardOf(marked, marked.parts, input, { ...head, language }, found)
  const { definitions } = marked
  return { ...card, definitions, tags: card.tags.map(decoded), aliases: card.aliases.map(decoded) }
}

/** Where a file first goes beyond what is read of it. */
function beyondBounds(
  lines: readonly string[],
  blocks: readonly NoteBlock[],
  file: string,
): readonly Problem[] {
  const long = lines.findIndex((line) => line.length > longestLine)
  const deep = blocks.find(({ depth }) => depth >= deepest)
  const problems: Problem[] = []
  if (long >= 0) problems.push({ code: 'line-too-long', at: { file, line: long + 1 } })
  if (deep !== undefined) {
    problems.push({ code: 'nesting-too-deep', at: { file, line: deep.line + 1 } })
  }
  return problems
}

/** The head of the file, and for what it does not say, the owner's word about the file. */
function settled(head: NoteHead, overrides: Partial<Override> = {}): NoteHead {
  return {
    ...head,
    questions: head.questions.length > 0 ? head.questions : (overrides.questions ?? []),
    skip: head.skip || (overrides.skip ?? false),
    language: head.language ?? overrides.language,
    topics: head.topics ?? overrides.topics,
  }
}

function whole({ questions }: NoteHead, blocks: readonly NoteBlock[]): readonly Scope[] {
  if (questions.length === 0) return []
  return [{ region: { from: 0, to: blocks.length, level: 0 }, shapes: questions }]
}

function shapeOf({ region, evidence }: ChosenShape, blocks: readonly NoteBlock[]): Shape {
  const { shape, openings, asking, own, run, listed } = evidence
  const line = (region.from === 0 ? 0 : (blocks[region.from]?.line ?? 0)) + 1
  return { name: shape.name, line, openings: openings.length, asking, own, run, listed }
}

/** The tags of a card and those behind its question. */
function withTags(
  tags: readonly string[],
  { opening }: Cut,
  blocks: readonly NoteBlock[],
): readonly string[] {
  const block = blocks[opening.block]
  if (block === undefined) return tags
  const [from, to] = [opening.line - block.line, opening.end - block.line + 1]
  const text = block.text.split('\n').slice(from, to).join(' ')
  return [...tags, ...trailingTags(text).filter((tag) => !tags.includes(tag))]
}

type Found = { readonly problems: Problem[]; readonly given: Map<string, Place> }

/** As much of a cut or a marked card as a card is made of. */
type Placed = Pick<Cut, 'line' | 'topics'> & {
  readonly marks: readonly { readonly text: string; readonly line: number }[]
}

function cardOf(cut: Placed, parts: Parts, input: Input, head: NoteHead, found: Found): Card {
  const comments = cut.marks.map((block) => ({
    text: block.text,
    at: { file: input.file, line: block.line + 1 },
  }))
  const marks = marksOf(comments, found.problems)
  const language =
    head.language ?? languageOf(`${parts.question}${parts.answer?.slice(0, 1000) ?? ''}`)
  const at = { file: input.file, line: cut.line + 1 }
  if (marks.id !== undefined) note(marks.id, language, at, found)
  const asked = parts.body === undefined ? parts.question : `${parts.question}\n${parts.body}`
  const minted = mintId(asked, parts.answer)
  return {
    id: marks.id ?? minted,
    minted,
    language,
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
    ...(parts.pointWays === undefined ? {} : { pointWays: parts.pointWays }),
    followUps: parts.followUps,
    definitions: undefined,
    source: {
      library: input.library,
      file: input.file,
      line: cut.line + 1,
      endLine: parts.end + 1,
    },
  }
}

function languageOf(text: string): CardLanguage {
  let han = 0
  let latin = 0
  for (let at = 0; at < Math.min(text.length, 1000); at++) {
    const code = text.charCodeAt(at)
    if (code >= 0x3400 && code <= 0x9fff) han++
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin++
  }
  return han > 0 && han * 5 >= latin ? 'zh' : 'en'
}

/** Two cards of one explicit id are kept, and said; in two languages they are one card. */
function note(id: string, language: CardLanguage, at: Place, { problems, given }: Found): void {
  const key = `${id} ${language}`
  const first = given.get(key)
  if (first === undefined) given.set(key, at)
  else problems.push({ code: 'id-twice', at, id, first })
}
