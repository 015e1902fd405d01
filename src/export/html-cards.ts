import type { Card, Language } from '../cards/card.ts'
import type { Messages } from '../i18n/en.ts'
import type { Cutter } from '../markdown/code.ts'
import { asWritten, blocksOf, lineOf } from './blocks.ts'
import type { Asked, Entry } from './booklet.ts'
import { blocksHtml, escapeHtml, type HtmlText, inlinesHtml } from './html-blocks.ts'

export type HtmlOptions = {
  readonly layout: 'notes' | 'quiz' | 'summary'
  /** Where answers stand; `end` is behind all questions, with links both ways. */
  readonly answers: 'none' | 'end' | 'inline'
  /** Whether blocks of code are shown. */
  readonly code: boolean
}

/** What a page is made with besides its cards. */
export type HtmlMeans = {
  readonly say: Messages
  readonly cut: Cutter
  /** The picture of a card as an address that needs no network, if it may be shown. */
  readonly picture: (card: Card, src: string) => string | undefined
}

/** An entry with its number in the page. */
export type Numbered = { readonly entry: Entry; readonly number: number }

/** A language as HTML names it. */
export function tagOf(language: Language): string {
  return language === 'zh' ? 'zh-CN' : 'en'
}

/** Marks a card in another language than the page, for it is read aloud in its own. */
export function languageMark({ language }: Card, page: Language): string {
  return language === page ? '' : ` lang="${tagOf(language)}"`
}

/** A question with what the layout has below it. */
export function articleHtml(
  one: Numbered,
  options: HtmlOptions,
  means: HtmlMeans,
  page: Language,
): string {
  const { entry, number } = one
  const name = `q${number}`
  const below = {
    notes: () => notesHtml(one, options, means),
    quiz: () => quizHtml(one, options, means),
    summary: () => summaryHtml(one, options, means),
  }[options.layout]
  return `<article aria-labelledby="${name}"${languageMark(entry.card, page)}>
<h3 id="${name}"><span class="number">${number}</span>${escapeHtml(entry.card.question)}</h3>
${below()}
</article>`
}

/** The answer of a question that stands elsewhere, with the way back. */
export function answerHtml(
  one: Numbered,
  options: HtmlOptions,
  means: HtmlMeans,
  page: Language,
): string {
  const { entry, number } = one
  const { question } = entry.card
  const back = escapeHtml(means.say.exporting.backToQuestion)
  return `<article aria-labelledby="a${number}"${languageMark(entry.card, page)}>
<h3 id="a${number}"><span class="number">${number}</span>${escapeHtml(question)}</h3>
${cardHtml(modelAnswer(one, options, means), besideHtml(one, options, means))}
<p><a class="to" href="#q${number}">${back}</a></p>
</article>`
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
  const label = escapeHtml(exporting.yourAnswerTo(one.number))
  const room = `<textarea class="room" rows="6" aria-label="${label}"></textarea>\n`
  if (options.answers === 'none') return body + room
  if (options.answers === 'end') return body + room + toAnswer(one, means)
  const answer = cardHtml(modelAnswer(one, options, means), besideHtml(one, options, means))
  const summary = `<summary>${escapeHtml(exporting.showAnswer)}</summary>`
  return `${body}${room}<details class="answers">${summary}\n${answer}\n</details>`
}

/** What was missed; where nothing is known of that, all that a good answer mentions. */
function summaryHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { missed, keyPoints } = one.entry
  const points = missed.length > 0 ? missed : keyPoints
  const none = `<p class="none">${escapeHtml(means.say.show.noAnswer)}</p>`
  return points.length === 0 ? none : pointsHtml(points, textOf(one, 4, options, means))
}

function toAnswer({ number }: Numbered, { say }: HtmlMeans): string {
  return `<p><a class="to" href="#a${number}">${escapeHtml(say.exporting.toAnswer)}</a></p>`
}

function factsHtml({ entry }: Numbered, { say }: HtmlMeans): string {
  const { level, tags } = entry.card
  const facts = [...(level === undefined ? [] : [say.levels[level]]), ...tags]
  return facts.length === 0 ? '' : `<p class="facts">${facts.map(escapeHtml).join(' · ')}</p>\n`
}

function bodyHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { body } = one.entry.card
  if (body === undefined) return ''
  return `<div class="body">${blocksHtml(blocksOf(body), textOf(one, 4, options, means, 'b'))}</div>\n`
}

function cardHtml(answer: string, beside: string): string {
  const panel = beside === '' ? '' : `\n<div class="beside">\n${beside}\n</div>`
  return `<div class="card">\n<div class="answer">\n${answer}\n</div>${panel}\n</div>`
}

/** The model answer, what an interviewer would ask next, and what the person said and wrote. */
function modelAnswer(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { card, note, asked } = one.entry
  const { say } = means
  const text = (name: string) => textOf(one, 4, options, means, name)
  const parts = [
    card.answer.kind === 'written'
      ? blocksHtml(blocksOf(card.answer.markdown), text('m'))
      : `<p class="none">${escapeHtml(say.show.noAnswer)}</p>`,
  ]
  const inner = { ...text('o'), level: 5 }
  if (asked !== undefined) {
    parts.push(
      `<h4>${escapeHtml(say.exporting.yourAnswer)}</h4>`,
      ...figuresHtml(asked, say),
      blocksHtml(asWritten(asked.answer), inner),
    )
  }
  if (note !== undefined) {
    parts.push(
      `<h4>${escapeHtml(say.review.ownNote)}</h4>`,
      blocksHtml(blocksOf(note), { ...inner, name: `${inner.name}n` }),
    )
  }
  return parts.filter((part) => part !== '').join('\n')
}

function figuresHtml({ coverage, grade, late }: Asked, say: Messages): readonly string[] {
  const figures = [
    ...(coverage === undefined ? [] : [say.exporting.covered(Math.round(coverage * 100))]),
    ...(grade === undefined ? [] : [say.grade[grade]]),
    ...(late ? [say.exporting.late] : []),
  ]
  return figures.length === 0 ? [] : [`<p class="facts">${figures.map(escapeHtml).join(' · ')}</p>`]
}

function besideHtml(one: Numbered, options: HtmlOptions, means: HtmlMeans): string {
  const { keyPoints, missed, card } = one.entry
  const { say } = means
  const text = textOf(one, 5, options, means, 's')
  const lists: readonly (readonly [string, readonly string[], string])[] = [
    [say.exporting.missed, missed, ' class="missed"'],
    [say.show.keyPoints, keyPoints, ''],
    [say.show.followUps, card.followUps, ''],
  ]
  return lists
    .filter(([, items]) => items.length > 0)
    .map(
      ([title, items, mark]) => `<h4${mark}>${escapeHtml(title)}</h4>\n${pointsHtml(items, text)}`,
    )
    .join('\n')
}

function pointsHtml(points: readonly string[], text: HtmlText): string {
  const items = points.map((point) => `<li>${inlinesHtml(lineOf(point), text)}</li>`)
  return `<ul>\n${items.join('\n')}\n</ul>`
}

function textOf(
  { entry, number }: Numbered,
  level: number,
  { code }: HtmlOptions,
  { say, cut, picture }: HtmlMeans,
  part = 'k',
): HtmlText {
  const { ticked, table } = say.exporting
  return {
    ...{ cut, level, code, ticked, table },
    picture: (src) => picture(entry.card, src),
    missing: say.show.picture,
    name: `${part}${number}`,
  }
}
