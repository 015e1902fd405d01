import type { Booklet, Report } from '../booklet.ts'
import { blocksHtml, escapeHtml } from '../html/blocks.ts'
import { type HtmlMeans, languageMark, ownText, textOf } from '../html/cards.ts'
import { wholePage } from '../html/page.ts'
import type { ReadEntry } from '../read-entry.ts'

const options = { code: true }

/** A report as a page that needs nothing else, its model answers folded. */
export function reportHtml(
  booklet: Booklet,
  report: Report,
  entries: readonly ReadEntry[],
  means: HtmlMeans,
): string {
  const { models, blocks, after } = report
  const text = { ...ownText(options, means, 'r'), level: 2 }
  const answers = entries.map((read, at) =>
    foldedModel(read, at + 1, report.isOpen === true, means),
  )
  const parts = [
    blocksHtml(blocks, text),
    ...(models === undefined ? [] : [`<h2>${escapeHtml(models)}</h2>`, ...answers]),
    blocksHtml(after, text),
  ]
  const inner = `<main id="main" tabindex="-1">\n${parts.join('\n')}\n</main>`
  return wholePage(booklet, `<h1>${escapeHtml(booklet.title)}</h1>`, inner, means)
}

function foldedModel(read: ReadEntry, number: number, isOpen: boolean, means: HtmlMeans): string {
  const { entry, body, answer, note } = read
  const { say, language } = means
  const text = (part: string) => ({ ...textOf({ read, number }, options, means, part), level: 3 })
  const none = `<p class="none">${escapeHtml(say.show.noAnswer)}</p>`
  const parts = [
    ...(body.length === 0 ? [] : [blocksHtml(body, text('b'))]),
    answer === undefined ? none : blocksHtml(answer, text('m')),
    ...(note === undefined
      ? []
      : [`<h3>${escapeHtml(say.review.ownNote)}</h3>`, blocksHtml(note, text('n'))]),
  ]
  const mark = languageMark(entry.card, language)
  const summary = `<summary${mark}>${escapeHtml(entry.card.question)}</summary>`
  return `<details class="answers"${isOpen ? ' open' : ''}>${summary}\n<div${mark}>\n${parts.join('\n')}\n</div>\n</details>`
}
