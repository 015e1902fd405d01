import { codeCutter } from '../../markdown/code.ts'
import { formulaReader } from '../../markdown/formula/tree.ts'
import { codeLanguages, haveFormulas } from '../code-languages.ts'
import type { HtmlMeans } from '../html/cards.ts'
import type { Maker } from '../maker.ts'
import { pagePictures } from '../page-pictures.ts'
import { mediaName } from '../picture-names.ts'
import { asWrittenWarnings, warningText } from '../warning.ts'
import { ankiCollection, ankiFormula } from './collection.ts'

/** A package for Anki with its pictures; says what it could not show. */
export const ankiPackage: Maker = async ({ booklet, say, warn, workshop }) => {
  const { entries, pictures } = await workshop.read()
  const { find, warnings } = pagePictures(pictures, say)
  const all = [...warnings, ...asWrittenWarnings(entries)]
  warn(all.map((warning) => warningText(warning, say)))
  const media = new Map<string, Uint8Array>()
  const picture: HtmlMeans['picture'] = (card, src, alt) => {
    const found = find(card, src, alt)
    if ('instead' in found) return found
    const source = mediaName(found.picture)
    media.set(source, found.picture.bytes)
    return { source, alt: found.alt }
  }
  const cut = await codeCutter(codeLanguages(entries))
  const formula = ankiFormula(await formulaReader(haveFormulas(entries)))
  const { language } = booklet
  const means = { say, language, cut, formula, picture }
  const collection = ankiCollection(booklet, entries, means)
  return workshop.pack(
    collection,
    Array.from(media, ([name, bytes]) => ({ name, bytes })),
  )
}
