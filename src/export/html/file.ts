import { codeCutter } from '../../markdown/code.ts'
import { formulaReader } from '../../markdown/formula/tree.ts'
import { withFormulas } from '../../markdown/formula/with-formulas.ts'
import { codeLanguages, haveFormulas } from '../code-languages.ts'
import { inlined } from '../inlined.ts'
import type { Job, Maker } from '../maker.ts'
import { wholeLook } from '../option-rules.ts'
import { growingPictures } from '../page-pictures.ts'
import type { ReadEntry } from '../read-entry.ts'
import { asWrittenWarnings, type PaperWarning, warningText } from '../warning.ts'
import type { HtmlMeans } from './cards.ts'
import { mathHtml } from './formula.ts'
import { htmlPieces, type ReadSome } from './page.ts'

/** A page with its pictures in it; says what it could not show. */
export const htmlFile: Maker = async (job) => {
  const { booklet } = job
  const { report } = booklet
  if (report === undefined) return pageOf(job)
  const { read, told } = await reading(job)
  const { entries, means } = await read(booklet.entries)
  const { reportHtml } = await import('../report/html.ts')
  const page = reportHtml(booklet, report, entries, means)
  told()
  return page
}

async function* pageOf(job: Job): AsyncIterable<string> {
  const { booklet, options, say } = job
  const { layout, code, answers } = wholeLook(options)
  const { read, told } = await reading(job)
  // the contents show questions with their formulas before any answer is read
  const asked = booklet.entries.some(({ card }) =>
    withFormulas(card.question).some(({ kind }) => kind === 'formula'),
  )
  const means: HtmlMeans = {
    say,
    language: booklet.language,
    cut: await codeCutter([]),
    formula: mathHtml(await formulaReader(asked)),
    picture: (_, __, alt) => ({ instead: alt }),
  }
  yield* htmlPieces(booklet, { layout, answers, code }, means, read)
  told()
}

/** Reads entries some at a time; `told` says what could not be shown of those that were read. */
async function reading({ booklet, say, warn, workshop }: Job): Promise<{
  readonly read: ReadSome
  readonly told: () => void
}> {
  const pictures = growingPictures(say)
  const { picture, warnings } = inlined(pictures.find, say)
  const asWritten = new Map<ReadEntry['entry'], PaperWarning>()
  const languages = new Set<string>()
  let cut = await codeCutter(languages)
  let formula = mathHtml(await formulaReader(false))
  let hasReader = false
  const read: ReadSome = async (some) => {
    const parts = await workshop.read(some)
    const { entries } = parts
    pictures.add(parts.pictures)
    for (const one of entries) {
      for (const warning of asWrittenWarnings([one])) asWritten.set(one.entry, warning)
    }
    const fresh = [...codeLanguages(entries)].filter((name) => !languages.has(name))
    for (const name of fresh) languages.add(name)
    if (fresh.length > 0) cut = await codeCutter(languages)
    // what was read of formulas is remembered by their reader
    if (!hasReader && haveFormulas(entries)) {
      formula = mathHtml(await formulaReader(true))
      hasReader = true
    }
    return { entries, means: { say, language: booklet.language, cut, formula, picture } }
  }
  const told = () => {
    // what a page has no room for is known when it is made
    const all = [...pictures.warnings, ...asWritten.values(), ...warnings]
    warn(all.map((warning) => warningText(warning, say)))
  }
  return { read, told }
}
