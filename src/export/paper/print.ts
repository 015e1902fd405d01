import { messagesFor } from '../../i18n/messages.ts'
import { codeCutter } from '../../markdown/code.ts'
import { formulaReader } from '../../markdown/formula/tree.ts'
import type { Booklet } from '../booklet.ts'
import { codeLanguages, haveFormulas } from '../code-languages.ts'
import type { NamedPictures } from '../named-pictures.ts'
import type { ReadEntry } from '../read-entry.ts'
import { asWrittenWarnings, type PaperWarning } from '../warning.ts'
import type { Engine } from './engine.ts'
import type { Making } from './entry.ts'
import { fitted, type PaperDocument } from './fit.ts'
import type { Font } from './font.ts'
import { mathSetter } from './formula.ts'
import { type Fonts, type Glyphs, glyphsOf } from './glyphs.ts'
import { type PaperOptions, paperLook } from './look.ts'
import { paperPictures } from './pictures.ts'

/** What was read for a document before it is decided how it is set. */
export type PaperParts = {
  readonly entries: readonly ReadEntry[]
  readonly pictures: NamedPictures
  /** Nothing but formulas is set in that of mathematics. */
  readonly fonts: Fonts & { readonly math: Font }
  /** Of the program; it stands in the document. */
  readonly version: string
}

/** Families in the order in which a character is looked for; the person's come behind. */
const sansFamilies = ['Noto Sans SC', 'Noto Emoji', 'Inconsolata'] as const
const monoFamilies = ['Inconsolata', 'Noto Sans SC', 'Noto Emoji'] as const

/** A booklet as a PDF. The same booklet, options and parts give the same bytes. */
export async function printed(
  booklet: Booklet,
  options: PaperOptions,
  { entries, pictures, fonts, version }: PaperParts,
  engine: Engine,
): Promise<PaperDocument> {
  const say = await messagesFor(booklet.language)
  const glyphs = glyphsOf(fonts)
  const [family] = sansFamilies
  const { picture, warnings } = await paperPictures(pictures, { engine, glyphs, family, say })
  const families = await engine.families()
  const making: Making = {
    say,
    look: paperLook(options),
    glyphs,
    cut: await codeCutter(codeLanguages(entries)),
    picture,
    math: mathSetter(await formulaReader(haveFormulas(entries)), fonts.math, fonts.sans),
    code: options.code,
    sans: [...sansFamilies, ...families],
    mono: [...monoFamilies, ...families],
    version,
    left: 0,
  }
  const document = await fitted({ booklet, entries, making, engine })
  const said = [...warnings, ...asWrittenWarnings(entries), ...document.warnings]
  return { ...document, warnings: [...said, ...missing(glyphs)] }
}

const mostNamed = 12

function missing({ missing: all }: Glyphs): readonly PaperWarning[] {
  if (all.size === 0) return []
  const characters = [...all].slice(0, mostNamed)
  return [{ code: 'glyphs-missing', characters, more: all.size - characters.length }]
}
