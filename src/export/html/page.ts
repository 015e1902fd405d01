import type { Messages } from '../../i18n/en/en.ts'
import { runsBy } from '../../text/grouped.ts'
import type { Booklet } from '../booklet.ts'
import { numbersOf } from '../compose.ts'
import type { ReadEntry } from '../read-entry.ts'
import { escapeHtml } from './blocks.ts'
import {
  answerHtml,
  articleHtml,
  type HtmlMeans,
  type HtmlOptions,
  languageMark,
  type Numbered,
  questionHtml,
  questionOf,
  tagOf,
} from './cards.ts'
import { pageStyle } from './style.ts'

/** The booklet as one page that needs nothing else: no network, no script, no other file. */
export function htmlText(
  booklet: Booklet,
  entries: readonly ReadEntry[],
  options: HtmlOptions,
  means: HtmlMeans,
): string {
  const { title, date, told } = booklet
  const { list } = means.say
  const sections = sectionsOf(entries, means.say)
  const questions = entries.filter(({ entry }) => entry.isFollowUp !== true)
  const facts = [date, list.cards(questions.length), ...told].map(escapeHtml).join(' · ')
  const head = `<h1>${escapeHtml(title)}</h1>
<p>${facts}</p>`
  const inner = `<div class="page">
${contentsHtml(sections, options, means)}
<main id="main" tabindex="-1">
${mainHtml(sections, options, means)}
</main>
</div>`
  return wholePage(booklet, head, inner, means)
}

/** A page of its own around what is ready, `main` among it. */
export function wholePage(
  { title, date, language }: Booklet,
  head: string,
  inner: string,
  { say }: HtmlMeans,
): string {
  return `<!doctype html>
<html lang="${tagOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="viva">
<meta name="date" content="${date}">
<title>${escapeHtml(title)}</title>
<style>${pageStyle}</style>
</head>
<body>
<a class="skip" href="#main">${escapeHtml(say.exporting.skip)}</a>
<header>
${head}
</header>
${inner}
</body>
</html>
`
}

// Should a hole be found in what is ours, the browser still runs and fetches nothing.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

type Section = {
  readonly title: string
  readonly number: number
  readonly entries: readonly Numbered[]
}

function sectionsOf(entries: readonly ReadEntry[], say: Messages): readonly Section[] {
  const numbers = numbersOf(entries.map(({ entry }) => entry))
  const all = entries.map((read, at): Numbered => ({ read, number: at + 1, shown: numbers[at] }))
  return runsBy(all, ({ read }) => read.entry.topic || say.exporting.questions).map(
    ({ key: title, items }, at) => ({ title, number: at + 1, entries: items }),
  )
}

/** More than so many questions are folded away in the contents. */
const mostListed = 40

function contentsHtml(
  sections: readonly Section[],
  { layout, answers }: HtmlOptions,
  { say, language, formula }: HtmlMeans,
): string {
  const { paper, list } = say
  const all = sections.reduce((sum, { entries }) => sum + entries.length, 0)
  const items = sections.map(({ title, number, entries }) => {
    const links = entries.map((one) => {
      const { entry } = one.read
      const link = `<a href="#q${one.number}">${questionHtml(questionOf(one, say), formula)}</a>`
      return `<li${languageMark(entry.card, language)}>${link}</li>`
    })
    const inner = `<ol>\n${links.join('\n')}\n</ol>`
    const count = escapeHtml(list.cards(entries.length))
    const name = escapeHtml(`${title}: ${list.cards(entries.length)}`)
    const folded = `<details><summary aria-label="${name}">${count}</summary>${inner}</details>`
    const link = `<a href="#t${number}">${escapeHtml(title)}</a>`
    return `<li>${link}${all > mostListed ? folded : inner}</li>`
  })
  if (answers === 'end' && layout !== 'summary') {
    items.push(`<li><a href="#answers">${escapeHtml(paper.answers)}</a></li>`)
  }
  return `<nav aria-labelledby="contents">
<h2 id="contents">${escapeHtml(paper.contents)}</h2>
<ol>
${items.join('\n')}
</ol>
</nav>`
}

function mainHtml(sections: readonly Section[], options: HtmlOptions, means: HtmlMeans): string {
  const { answers, layout } = options
  const html = sections.map(({ title, number, entries }) => {
    const inner = entries.map((one) => articleHtml(one, options, means)).join('\n')
    const body = layout === 'summary' ? `<div class="columns">\n${inner}\n</div>` : inner
    return `<section aria-labelledby="t${number}">
<h2 id="t${number}">${escapeHtml(title)}</h2>
${body}
</section>`
  })
  if (answers !== 'end' || layout === 'summary') return html.join('\n')
  const all = sections.flatMap(({ entries }) => entries)
  return `${html.join('\n')}
<section aria-labelledby="answers">
<h2 id="answers">${escapeHtml(means.say.paper.answers)}</h2>
${all.map((one) => answerHtml(one, options, means)).join('\n')}
</section>`
}
