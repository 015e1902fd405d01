import type { Messages } from '../../i18n/en/en.ts'
import { runsBy } from '../../text/grouped.ts'
import type { Booklet, BookletEntry } from '../booklet.ts'
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

/** Reads entries, and gives what their HTML is made with. */
export type ReadSome = (
  some: readonly BookletEntry[],
) => Promise<{ readonly entries: readonly ReadEntry[]; readonly means: HtmlMeans }>

/**
 * The booklet as one page that needs nothing else: no network, no script, no other file. It comes in
 * pieces, and no more is read at a time than becomes one.
 */
export async function* htmlPieces(
  booklet: Booklet,
  options: HtmlOptions,
  means: HtmlMeans,
  read: ReadSome,
): AsyncIterable<string> {
  const { title, date, told, entries } = booklet
  const { list } = means.say
  const sections = sectionsOf(entries, means.say)
  const questions = entries.filter(({ isFollowUp }) => isFollowUp !== true)
  const facts = [date, list.cards(questions.length), ...told].map(escapeHtml).join(' · ')
  const head = `<h1>${escapeHtml(title)}</h1>
<p>${facts}</p>`
  const [before, after] = aroundPage(booklet, head, means)
  yield `${before}<div class="page">
${contentsHtml(sections, options, means)}
<main id="main" tabindex="-1">
`
  yield* mainHtml(sections, options, means, read)
  yield `
</main>
</div>${after}`
}

/** A page of its own around what is ready, `main` among it. */
export function wholePage(booklet: Booklet, head: string, inner: string, means: HtmlMeans): string {
  return aroundPage(booklet, head, means).join(inner)
}

function aroundPage(
  { title, date, language }: Booklet,
  head: string,
  { say }: HtmlMeans,
): readonly [before: string, after: string] {
  const before = `<!doctype html>
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
`
  return [before, '\n</body>\n</html>\n']
}

// Should a hole be found in what is ours, the browser still runs and fetches nothing.
const policy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

type Section = {
  readonly title: string
  readonly number: number
  readonly entries: readonly Unread[]
}

/** An entry in its place, whose Markdown is yet to be read. */
type Unread = Omit<Numbered, 'read'> & { readonly read: Pick<Numbered['read'], 'entry'> }

function sectionsOf(entries: readonly BookletEntry[], say: Messages): readonly Section[] {
  const numbers = numbersOf(entries)
  const all = entries.map(
    (entry, at): Unread => ({ read: { entry }, number: at + 1, shown: numbers[at] }),
  )
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

async function* mainHtml(
  sections: readonly Section[],
  options: HtmlOptions,
  { say }: HtmlMeans,
  read: ReadSome,
): AsyncIterable<string> {
  const { answers, layout } = options
  const isSummary = layout === 'summary'
  for (const [at, { title, number, entries }] of sections.entries()) {
    yield `${at === 0 ? '' : '\n'}<section aria-labelledby="t${number}">
<h2 id="t${number}">${escapeHtml(title)}</h2>
${isSummary ? '<div class="columns">\n' : ''}`
    yield* eachHtml(entries, read, (one, means) => articleHtml(one, options, means))
    yield `${isSummary ? '\n</div>' : ''}
</section>`
  }
  if (answers !== 'end' || isSummary) return
  yield `
<section aria-labelledby="answers">
<h2 id="answers">${escapeHtml(say.paper.answers)}</h2>
`
  const all = sections.flatMap(({ entries }) => entries)
  yield* eachHtml(all, read, (one, means) => answerHtml(one, options, means))
  yield '\n</section>'
}

/** So many are read at a time. */
const batch = 50

/** The HTML of entries, each on lines of its own. */
async function* eachHtml(
  all: readonly Unread[],
  read: ReadSome,
  html: (one: Numbered, means: HtmlMeans) => string,
): AsyncIterable<string> {
  for (let from = 0; from < all.length; from += batch) {
    const some = all.slice(from, from + batch)
    const { entries, means } = await read(some.map((one) => one.read.entry))
    const made = entries.map((entry, i) => {
      const { number = 0, shown } = some[i] ?? {}
      return html({ read: entry, number, shown }, means)
    })
    yield `${from === 0 ? '' : '\n'}${made.join('\n')}`
  }
}
