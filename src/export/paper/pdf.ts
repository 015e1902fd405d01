import type { Maker } from '../maker.ts'
import { wholeLook } from '../option-rules.ts'
import { warningText } from '../warning.ts'

/** A PDF; says what it could not show. */
export const pdfFile: Maker = async ({ options, say, warn, workshop }) => {
  const { bytes, warnings } = await workshop.print(wholeLook(options), options.font ?? [])
  warn(warnings.map((warning) => warningText(warning, say)))
  return bytes
}
