import { codeCutter } from '../../markdown/code.ts'
import { formulaReader } from '../../markdown/formula/tree.ts'
import { codeLanguages, haveFormulas } from '../code-languages.ts'
import { inlined } from '../inlined.ts'
import type { Maker } from '../maker.ts'
import { wholeLook } from '../option-rules.ts'
import { pagePictures } from '../page-pictures.ts'
import { asWrittenWarnings, warningText } from '../warning.ts'
import { mathHtml } from './formula.ts'
import { htmlText } from './page.ts'

/** A page with its pictures in it; says what it could not show. */
export const htmlFile: Maker = async ({ booklet, options, say, warn, workshop }) => {
  const { layout, code, answers } = wholeLook(options)
  const { language } = booklet
  const { entries, pictures } = await workshop.read()
  const found = pagePictures(pictures, say)
  const cut = await codeCutter(codeLanguages(entries))
  const formula = mathHtml(await formulaReader(haveFormulas(entries)))
  const { picture, warnings } = inlined(found.find, say)
  const means = { say, language, cut, formula, picture }
  const { report } = booklet
  const page =
    report === undefined
      ? htmlText(booklet, entries, { layout, answers, code }, means)
      : (await import('../report/html.ts')).reportHtml(booklet, report, entries, means)
  // what a page has no room for is known when it is made
  const all = [...found.warnings, ...asWrittenWarnings(entries), ...warnings]
  warn(all.map((warning) => warningText(warning, say)))
  return page
}
