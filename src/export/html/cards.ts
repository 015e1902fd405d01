import type { Card, CardLanguage } from '../../cards/card.ts'
import type { Messages } from '../../i18n/en/en.ts'
import type { Tongue } from '../../i18n/messages.ts'
import type { Cutter } from '../../markdown/code.ts'
import { type Inline, plainText } from '../../markdown/document.ts'
import { withFormulas } from '../../markdown/formula/with-formulas.ts'
import { askedFacts } from '../asked-facts.ts'
import type { BookletAnswer } from '../booklet.ts'
import type { AnswerPlace, Layout } from '../paper/look.ts'
import type { ReadEntry } from '../read-entry.ts'
import { blocksHtml, escapeHtml, type HtmlPicture, type HtmlText, inlinesHtml } from './blocks.ts'

export type HtmlOptions = {
  readonly layout: Layout
  readonly answers: AnswerPlace
  /** Whether blocks of code are shown. */
  readonly code: boolean
}

/** What a page is made with besides its cards. */
export type HtmlMeans = {
  readonly say: Messages
  /** The language of the page; what a card says may be in another one. */
  readonly language: Tongue
  readonly cut: Cutter
  /** See `HtmlText`. */
  readonly formula: HtmlText['formula']
  /** The picture of a card; see `HtmlText`. */
  readonly picture: (card: Card, src: string, alt: string) => HtmlPicture
}

/** An entry with its place in the page, and the number that is shown if it has one. */
export type Numbered = {
  readonly read: ReadEntry
  readonly number: number
  readonly shown: number | undefined
}

/** A question; one that presses on another says so. */
export function questionOf(
  { read, shown }: { readonly read: Pick<ReadEntry, 'entry'>; readonly shown: number | undefined },
  { report }: Messages,
): string {
  const { question } = read.entry.card
  return shown === undefined ? report.document.followUp(question) : question
}

const tags: Readonly<Record<CardLanguage | Tongue, string>> = { en: 'en', zh: 'zh-CN' }

/** A language as HTML names it. */
export function tagOf(language: CardLanguage | Tongue): string {
  return tags[language]
}

/** Marks a card in another language than the page, for it is read aloud in its own. */
export function languageMark({ language }: Card, page: Tongue): string {
  return language === page ? '' : ` lang="${tagOf(language)}"`
}

/** A question with what the layout has below it. */
export function articleHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const name = `q${one.number}`
  const below = {
    notes: () => notesHtml(one, options, means),
    quiz: () => quizHtml(one, options, means),
    summary: () => summaryHtml(one, options, means),
  }[options.layout]
  return `<article aria-labelledby="${name}">
${titleHtml(one, name, means)}
${below()}
</article>`
}

/** The answer of a question that stands elsewhere, with the way back. */
export function answerHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { number } = one
  const name = `a${number}`
  const back = escapeHtml(means.say.exporting.backToQuestion)
  return `<article aria-labelledby="${name}">
${titleHtml(one, name, means)}
${cardHtml(modelAnswer(one, options, means), besideHtml(one, options, means))}
<p><a class="to" href="#q${number}">${back}</a></p>
</article>`
}

/** A question with its formulas. */
export function questionHtml(question: string, formula: HtmlText['formula']): string {
  return withFormulas(question)
    .map((inline) => {
      if (inline.kind !== 'formula') return escapeHtml(plainText([inline]))
      return formula(inline.tex, false) ?? escapeHtml(inline.source)
    })
    .join('')
}

function titleHtml(one: Numbered, name: string, means: HtmlMeans): string {
  const { language, say, formula } = means
  const mark = languageMark(one.read.entry.card, language)
  const number = one.shown === undefined ? '' : `<span class="number">${one.shown}</span>`
  return `<h3 id="${name}"${mark}>${number}${questionHtml(questionOf(one, say), formula)}</h3>`
}

function notesHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const body = factsHtml(one, means) + bodyHtml(one, options, means)
  if (options.answers === 'none') return body
  if (options.answers === 'end') return body + toAnswer(one, means)
  return body + cardHtml(modelAnswer(one, options, means), besideHtml(one, options, means))
}

function quizHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { exporting } = means.say
  const body = factsHtml(one, means) + bodyHtml(one, options, means)
  const label = escapeHtml(exporting.yourAnswerTo(one.shown ?? one.number))
  const room = `<textarea class="room" rows="6" aria-label="${label}"></textarea>\n`
  if (options.answers === 'none') return body + room
  if (options.answers === 'end') return body + room + toAnswer(one, means)
  const answer = cardHtml(modelAnswer(one, options, means), besideHtml(one, options, means))
  const summary = `<summary>${escapeHtml(exporting.showAnswer)}</summary>`
  return `${body}${room}<details class="answers">${summary}\n${answer}\n</details>`
}

/** What was missed; where nothing is known of that, all that a good answer mentions. */
function summaryHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const points = pointsOf(one)
  const missed = points.filter((point) => point.missed)
  if (points.length === 0) return `<p class="none">${escapeHtml(means.say.paper.noAnswer)}</p>`
  return pointsHtml(missed.length > 0 ? missed : points, one, options, means)
}

function toAnswer({ number }: Numbered, { say }: HtmlMeans): string {
  return `<p><a class="to" href="#a${number}">${escapeHtml(say.exporting.toAnswer)}</a></p>`
}

function factsHtml({ read }: Numbered, { say }: HtmlMeans): string {
  const { level, tags } = read.entry.card
  const facts = [...(level === undefined ? [] : [say.levels[level]]), ...tags]
  return facts.length === 0 ? '' : `<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>\n`
}

function bodyHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { body } = one.read
  if (body.length === 0) return ''
  const mark = languageMark(one.read.entry.card, means.language)
  return `<div class="body"${mark}>${blocksHtml(body, textOf(one, options, means, 'b'))}</div>\n`
}

function cardHtml(answer: string, beside: string): string {
  const panel = beside === '' ? '' : `\n<div class="beside">\n${beside}\n</div>`
  return `<div class="card">\n<div class="answer">\n${answer}\n</div>${panel}\n</div>`
}

/** The model answer, and what the person said and wrote. */
function modelAnswer(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { entry, answer, asked, note } = one.read
  const { paper } = means.say
  const text = (name: string, level = 5) => ({ ...textOf(one, options, means, name), level })
  const none = `<p class="none">${escapeHtml(paper.noAnswer)}</p>`
  const parts = [
    answer === undefined ? none : marked(blocksHtml(answer, text('m', 4)), entry.card, means),
  ]
  if (entry.asked !== undefined) {
    parts.push(`<h4>${escapeHtml(paper.asked)}</h4>`, figuresHtml(entry.asked, means.say))
    parts.push(blocksHtml(asked ?? [], text('o')))
  }
  if (note !== undefined) {
    parts.push(`<h4>${escapeHtml(paper.note)}</h4>`, blocksHtml(note, text('n')))
  }
  if (tellsFollowUps(one)) parts.push(...followUpsHtml(one, options, means))
  return parts.filter((part) => part !== '').join('\n')
}

function marked(html: string, card: Card, { language }: HtmlMeans): string {
  const mark = languageMark(card, language)
  return mark === '' ? html : `<div${mark}>\n${html}\n</div>`
}

/** How well a question was answered, and in which time. */
export function figuresHtml(asked: BookletAnswer, say: Messages): string {
  return `<p class="facts">${askedFacts(asked, say).map(escapeHtml).join(' · ')}</p>`
}

/** Key points and what an interviewer would ask next. */
function besideHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { paper } = means.say
  const points = pointsOf(one)
  const title = `<h4>${escapeHtml(paper.keyPoints)}</h4>`
  const parts = [
    ...(points.length === 0 ? [] : [title, pointsHtml(points, one, options, means)]),
    ...(tellsFollowUps(one) ? [] : followUpsHtml(one, options, means)),
  ]
  return parts.join('\n')
}

/** Answers need more room than there is beside. */
function tellsFollowUps({ read }: Numbered): boolean {
  return read.followUps.some(({ answer }) => answer !== undefined)
}

/** What an interviewer would ask next, under its title. */
function followUpsHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): readonly string[] {
  const { followUps, entry } = one.read
  if (followUps.length === 0) return []
  const list = followUpList(followUps, (part) => ({
    ...textOf(one, options, means, part),
    level: 5,
  }))
  const title = `<h4>${escapeHtml(means.say.paper.followUps)}</h4>`
  return [title, `<ul${languageMark(entry.card, means.language)}>\n${list}\n</ul>`]
}

/** Follow-ups as items of a list, each with its answer if there is one; `text` by a part's name. */
export function followUpList(
  followUps: ReadEntry['followUps'],
  text: (part: string) => HtmlText,
): string {
  const items = followUps.map(({ question, answer }, i) => {
    const asked = inlinesHtml(question, text('f'))
    if (answer === undefined) return `<li>${asked}</li>`
    return `<li><strong>${asked}</strong>\n${blocksHtml(answer, text(`f${i}-`))}\n</li>`
  })
  return items.join('\n')
}

type Point = { readonly line: readonly Inline[]; readonly missed: boolean }

function pointsOf({ read: { entry, keyPoints } }: Numbered): readonly Point[] {
  const missed = new Set(entry.missed)
  return keyPoints.map((line, i) => ({ line, missed: missed.has(entry.keyPoints[i] ?? '') }))
}

function pointsHtml(
  points: readonly Point[],
  one: Numbered,
  options: HtmlOptions,
  means: HtmlMeans,
): string {
  const text = textOf(one, options, means, 's')
  const missed = ` <strong class="missed">(${escapeHtml(means.say.paper.missed)})</strong>`
  const items = points.map(
    (point) => `<li>${inlinesHtml(point.line, text)}${point.missed ? missed : ''}</li>`,
  )
  const mark = languageMark(one.read.entry.card, means.language)
  return `<ul${mark}>\n${items.join('\n')}\n</ul>`
}

/** How the parts of a card become HTML; `part` tells them apart. */
export function textOf(
  { read, number }: Pick<Numbered, 'read' | 'number'>,
  options: Pick<HtmlOptions, 'code'>,
  means: HtmlMeans,
  part: string,
): HtmlText {
  const own = ownText(options, means, `${part}${number}`)
  return { ...own, picture: (src, alt) => means.picture(read.entry.card, src, alt) }
}

/** How what no card says becomes HTML; it has no pictures. */
export function ownText(
  { code }: Pick<HtmlOptions, 'code'>,
  { say, cut, formula }: HtmlMeans,
  name: string,
): HtmlText {
  const { ticked, table } = say.exporting
  return {
    cut,
    formula,
    drawing: say.show.drawing,
    ticked,
    table,
    boxes: say.boxes,
    level: 4,
    noCode: code ? undefined : say.paper.noCode,
    picture: (_, alt) => ({ instead: alt }),
    name,
  }
}
