import type { Maker } from '../maker.ts'
import { warningText } from '../warning.ts'
import { usualOptions } from './look.ts'

/** A PDF; says what it could not show. */
export const pdfFile: Maker = async ({ options, say, warn, workshop }) => {
  const { layout = 'notes', font: fonts = [] } = options
  const { paper, columns, fontSize, largePrint, code, answers } = {
    ...usualOptions(layout),
    ...options,
  }
  const look = { layout, paper, columns, fontSize, largePrint, code, answers }
  const { bytes, warnings } = await workshop.print(look, fonts)
  warn(warnings.map((warning) => warningText(warning, say)))
  return bytes
}
