import type { Messages } from '../../i18n/en/en.ts'
import type { Interview, Turn } from '../../interview/interview.ts'
import { type Score, type Scores, scoresOf, threadsOf } from '../../interview/scores.ts'
import { asWritten } from '../../markdown/blocks.ts'
import type { Block, Inline } from '../../markdown/document.ts'
import { clockTime } from '../../schedule/time.ts'
import { oneLine } from '../../text/text.ts'
import { plainInline } from '../../view/inline.ts'
import { bar, percent } from '../../view/reports/bars.ts'
import type { Background } from '../../view/reports/interview-report.ts'
import {
  comparedTexts,
  gradeTexts,
  mannerTexts,
  titleText,
  turnFacts,
} from '../../view/reports/report-words.ts'

/** What a report is made of, whatever the kind of file; headings of level 1 are its sections. */
export type ReportBlock = Extract<
  Block,
  { readonly kind: 'heading' | 'paragraph' | 'list' | 'quote' | 'table' }
>

/** A whole report but its title and its model answers, in the order in which all files show it. */
export function reportBlocks(
  interview: Interview,
  background: Background,
  say: Messages,
): readonly ReportBlock[] {
  const scores = scoresOf(interview)
  return [
    ...headBlocks(interview, scores, say),
    ...topicTable(scores, say),
    ...questionBlocks(interview, say),
    ...questionList(say.report.due, background.due),
    ...comparedList(background, say),
  ]
}

/** A line of its own. */
export function told(text: string): ReportBlock {
  return { kind: 'paragraph', inlines: line(text) }
}

function headBlocks(interview: Interview, scores: Scores, say: Messages): readonly ReportBlock[] {
  const { report } = say
  const { ended, mode, exam, seed, narrowed } = interview
  const how = [
    mode === 'type' ? report.document.typed : report.document.thought,
    ...(exam ? [report.document.exam] : []),
    ...(narrowed === '' ? [] : [narrowed]),
    report.document.seed(seed),
  ]
  const manner = mannerTexts(scores, say)
  return [
    told(titleText(interview, scores, say)),
    ...(ended?.how === 'cut-short' ? [told(report.leftEarly)] : []),
    told(how.join(' · ')),
    ...(manner.length === 0 ? [] : [told(manner.join(' · '))]),
  ]
}

const barCells = 10

function topicTable(scores: Scores, say: Messages): readonly ReportBlock[] {
  const { document, figures, inAll, noTopic } = say.report
  const { columns } = document
  if (scores.questions === 0) return []
  const measure = scores.coverage === undefined ? 'recall' : 'coverage'
  const row = (name: string, score: Score) => {
    const share = score[measure]
    return cells([
      name,
      share === undefined ? '' : bar(share, barCells, { unicode: true }),
      shareText(score.coverage),
      shareText(score.recall),
      String(score.questions),
      `${clockTime(score.usedMs)} / ${clockTime(score.givenMs)}`,
      gradeTexts(score, say).join(' · '),
    ])
  }
  const { topic, bar: bars, questions, time, grades } = columns
  const head = [topic, bars, figures.coverage, figures.recall, questions, time, grades]
  const rows = [
    ...scores.topics.map((score) => row(score.topic === '' ? noTopic : score.topic, score)),
    ...(scores.topics.length > 1 ? [row(inAll, scores)] : []),
  ]
  const number = 'right' as const
  const aligns = [undefined, undefined, number, number, number, number, undefined]
  return [section(document.scores), { kind: 'table', aligns, head: cells(head), rows }]
}

function questionBlocks(interview: Interview, say: Messages): readonly ReportBlock[] {
  const threads = threadsOf(interview)
  if (threads.length === 0) return []
  const { document } = say.report
  return [
    section(document.questions),
    ...threads.flatMap(({ turn, followUps }, i) => [
      heading(2, `${i + 1}. ${askedText(turn)}`),
      ...turnBlocks(interview, turn, say),
      ...followUps.flatMap((followUp) => [
        heading(3, document.followUp(askedText(followUp))),
        ...turnBlocks(interview, followUp, say),
      ]),
    ]),
  ]
}

/** What was asked; what is no card may have been asked with the marks of its note. */
export function askedText({ card, question }: Pick<Turn, 'card' | 'question'>): string {
  return oneLine(card === undefined ? plainInline(question) : question)
}

function turnBlocks(interview: Interview, turn: Turn, say: Messages): readonly ReportBlock[] {
  const { given } = turn
  const { document } = say.report
  const answer = given?.answer ?? ''
  const isSilent = interview.mode === 'type' && given !== undefined && given.ended !== 'skipped'
  return [
    told(turnFacts(interview, turn, say).join(' · ')),
    ...(answer.trim() !== '' ? [label(document.yourAnswer), ownWords(answer)] : []),
    ...(answer.trim() === '' && isSilent ? [told(document.noAnswer)] : []),
    ...pointBlocks(turn, say),
  ]
}

/** Ticked and open boxes where an answer was compared, plain points where it was not. */
function pointBlocks({ keyPoints, verdict }: Turn, say: Messages): readonly ReportBlock[] {
  if (keyPoints.length === 0) return []
  const { points, tickedPoints } = say.report.document
  const isCompared = verdict?.coverage !== undefined
  const missed = new Set(verdict?.missed)
  const note = (point: string) =>
    verdict?.contradicted?.includes(point) === true ? ` (${say.points.saidWrongly})` : ''
  const items = keyPoints.map((point) => ({
    text: plainInline(point) + note(point),
    checked: isCompared ? !missed.has(point) : undefined,
  }))
  return [label(isCompared ? tickedPoints : points), list(items)]
}

function questionList(title: string, turns: readonly Turn[]): readonly ReportBlock[] {
  if (turns.length === 0) return []
  const items = turns.map((turn) => ({ text: askedText(turn), checked: undefined }))
  return [section(title), list(items)]
}

function comparedList({ compared }: Background, say: Messages): readonly ReportBlock[] {
  const texts = compared === undefined ? [] : comparedTexts(compared, say)
  if (compared === undefined || texts.length === 0) return []
  const items = texts.map((text) => ({ text, checked: undefined }))
  return [section(say.report.compared(compared.interviews)), list(items)]
}

const mostIndent = 40

/** What a person typed, in the lines it was typed in; ordinary spaces before them would be dropped. */
function ownWords(text: string): ReportBlock {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) =>
      line.replace(/^\s+/, ({ length }) => '\u00a0'.repeat(Math.min(mostIndent, length))),
    )
  return { kind: 'quote', blocks: asWritten(lines.join('\n')) }
}

type Item = { readonly text: string; readonly checked: boolean | undefined }

function list(items: readonly Item[]): ReportBlock {
  return {
    kind: 'list',
    start: undefined,
    tight: true,
    follows: false,
    items: items.map(({ text, checked }) => ({ checked, tight: true, blocks: [told(text)] })),
  }
}

function section(title: string): ReportBlock {
  return heading(1, title)
}

function heading(level: number, text: string): ReportBlock {
  return { kind: 'heading', level, signs: level, inlines: line(text) }
}

function label(text: string): ReportBlock {
  return { kind: 'paragraph', inlines: [{ kind: 'strong', inlines: line(text) }] }
}

function cells(texts: readonly string[]) {
  return texts.map((text) => (text === '' ? [] : line(text)))
}

function line(text: string): readonly Inline[] {
  return [{ kind: 'text', text: oneLine(text) }]
}

function shareText(share: number | undefined): string {
  return share === undefined ? '' : percent(share)
}
