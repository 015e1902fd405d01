import type { Card, CardId } from '../cards/card.ts'
import { withDefinitions } from '../cards/definitions.ts'
import type { Messages } from '../i18n/en/en.ts'
import type { Compared } from '../interview/compared.ts'
import { beganAt, type Interview, type Turn } from '../interview/interview.ts'
import { type Score, type Scores, scoresOf, threadsOf } from '../interview/scores.ts'
import { clockTime } from '../schedule/time.ts'
import { plainInline } from '../view/inline.ts'
import { bar, percent } from '../view/reports/bars.ts'
import type { Background } from '../view/reports/interview-report.ts'
import {
  comparedTexts,
  gradeTexts,
  mannerTexts,
  titleText,
  turnFacts,
} from '../view/reports/report-words.ts'
import { escapedLine, htmlText, quotedNotes, quotedText } from './markdown-text.ts'

/** What is known of the cards now, by the id under which they were asked. */
export type Answers = {
  readonly cardOf: (card: CardId) => Card | undefined
  /** The person's own answer. */
  readonly noteOf: (card: CardId) => string | undefined
}

/** The whole report as a document in Markdown. */
export function reportMarkdown(
  interview: Interview,
  answers: Answers,
  background: Background,
  say: Messages,
): string {
  const scores = scoresOf(interview)
  const lines = [
    `# ${escapedLine(say.report.document.title(beganAt(interview)))}`,
    '',
    ...headLines(interview, scores, say),
    ...topicTable(scores, say),
    ...questionLines(interview, say),
    ...questionList(say.report.due, background.due),
    ...comparedLines(background.compared, say),
    ...modelLines(interview, answers, say),
  ]
  return `${lines.join('\n').trimEnd()}\n`
}

function headLines(interview: Interview, scores: Scores, say: Messages): readonly string[] {
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
    escapedLine(titleText(interview, scores, say)),
    ...(ended?.how === 'cut-short' ? [escapedLine(report.leftEarly)] : []),
    '',
    escapedLine(how.join(' · ')),
    '',
    ...(manner.length === 0 ? [] : [escapedLine(manner.join(' · ')), '']),
  ]
}

const barCells = 10

function topicTable(scores: Scores, say: Messages): readonly string[] {
  const { document, figures, inAll, noTopic } = say.report
  const { columns } = document
  if (scores.questions === 0) return []
  const measure = scores.coverage === undefined ? 'recall' : 'coverage'
  const row = (name: string, score: Score) => {
    const share = score[measure]
    return tableRow([
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
  return [
    ...section(document.scores),
    tableRow([topic, bars, figures.coverage, figures.recall, questions, time, grades]),
    '| --- | --- | ---: | ---: | ---: | ---: | --- |',
    ...scores.topics.map((score) => row(score.topic === '' ? noTopic : score.topic, score)),
    ...(scores.topics.length > 1 ? [row(inAll, scores)] : []),
    '',
  ]
}

function questionLines(interview: Interview, say: Messages): readonly string[] {
  const threads = threadsOf(interview)
  if (threads.length === 0) return []
  const { document } = say.report
  return [
    ...section(document.questions),
    ...threads.flatMap(({ turn, followUps }, i) => [
      `### ${i + 1}\\. ${escapedLine(turn.question)}`,
      '',
      ...turnLines(interview, turn, say),
      ...followUps.flatMap((followUp) => [
        `#### ${escapedLine(document.followUp(followUp.question))}`,
        '',
        ...turnLines(interview, followUp, say),
      ]),
    ]),
  ]
}

function turnLines(interview: Interview, turn: Turn, say: Messages): readonly string[] {
  const { given } = turn
  const { document } = say.report
  const answer = given?.answer ?? ''
  const isSilent = interview.mode === 'type' && given !== undefined && given.ended !== 'skipped'
  return [
    escapedLine(turnFacts(interview, turn, say).join(' · ')),
    '',
    ...(answer.trim() === ''
      ? isSilent
        ? [escapedLine(document.noAnswer), '']
        : []
      : [`**${document.yourAnswer}**`, '', ...quotedText(answer), '']),
    ...pointLines(turn, say),
  ]
}

/** Ticked and open boxes where an answer was compared, plain points where it was not. */
function pointLines({ keyPoints, verdict }: Turn, say: Messages): readonly string[] {
  if (keyPoints.length === 0) return []
  const { points, tickedPoints } = say.report.document
  const isCompared = verdict?.coverage !== undefined
  const missed = new Set(verdict?.missed)
  const box = (point: string) => (isCompared ? `[${missed.has(point) ? ' ' : 'x'}] ` : '')
  const note = (point: string) =>
    verdict?.contradicted?.includes(point) === true ? ` (${say.points.saidWrongly})` : ''
  return [
    `**${isCompared ? tickedPoints : points}**`,
    '',
    ...keyPoints.map((point) => `- ${box(point)}${escapedLine(plainInline(point) + note(point))}`),
    '',
  ]
}

function questionList(title: string, turns: readonly Turn[]): readonly string[] {
  if (turns.length === 0) return []
  return [...section(title), ...turns.map(({ question }) => `- ${escapedLine(question)}`), '']
}

function comparedLines(compared: Compared | undefined, say: Messages): readonly string[] {
  if (compared === undefined) return []
  const texts = comparedTexts(compared, say)
  if (texts.length === 0) return []
  const title = say.report.compared(compared.interviews)
  return [...section(title), ...texts.map((text) => `- ${escapedLine(text)}`), '']
}

/** Headings within a model answer stand below that of all model answers. */
const modelLevel = 2

function modelLines(interview: Interview, answers: Answers, say: Messages): readonly string[] {
  const { document } = say.report
  const asked = interview.turns.filter(({ card }) => card !== undefined)
  if (asked.length === 0) return []
  const folded = asked.flatMap((turn) => foldedModel(turn, answers, say))
  const isAllThere = asked.every(({ card }) => card && answers.cardOf(card) !== undefined)
  return [
    ...section(document.models),
    ...folded,
    ...(isAllThere ? [] : [escapedLine(document.gone), '']),
  ]
}

function foldedModel({ card, question }: Turn, answers: Answers, say: Messages): readonly string[] {
  const found = card && answers.cardOf(card)
  if (found === undefined) return []
  const note = answers.noteOf(found.id)
  const answer =
    found.answer.kind === 'written'
      ? quotedNotes(withDefinitions(found.answer.markdown, found.definitions), modelLevel)
      : [escapedLine(say.show.noAnswer)]
  return [
    '<details>',
    `<summary>${htmlText(question)}</summary>`,
    '',
    ...(found.body === undefined
      ? []
      : [...quotedNotes(withDefinitions(found.body, found.definitions), modelLevel), '']),
    ...answer,
    '',
    ...(note === undefined
      ? []
      : [`**${say.review.ownNote}**`, '', ...quotedNotes(note, modelLevel), '']),
    '</details>',
    '',
  ]
}

function section(title: string): readonly string[] {
  return [`## ${escapedLine(title)}`, '']
}

function tableRow(cells: readonly string[]): string {
  return `| ${cells.map(escapedLine).join(' | ')} |`
}

function shareText(share: number | undefined): string {
  return share === undefined ? '' : percent(share)
}
