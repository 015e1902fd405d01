import { UserError } from '../errors.ts'
import { type ExportOptions, exportRows } from '../options/export.ts'
import { type Format, heeds } from '../options/formats.ts'
import { type LookOptions, lookRows } from '../options/look.ts'
import { flagOf, namesOf, type Rows } from '../options/row.ts'
import { type PaperOptions, paperLook, usualOptions } from './paper/look.ts'

const rows: Rows = exportRows
const ofLook = namesOf(lookRows)

/**
 * Throws for what was said and would be passed over: the fault `option-unfit` where it means nothing
 * to a format, `option-beside` where another option decides it, `columns-narrow`.
 */
export function checkOptions(options: ExportOptions, format: Format): void {
  const names = Object.keys(options)
  for (const name of names) {
    const look = ofLook.find((one) => one === name)
    if (look !== undefined && !heeds(format, look)) {
      throw new UserError({ code: 'option-unfit', option: flag(name), format })
    }
    const vain = rows[name]?.decides?.find((other) => names.includes(other))
    if (vain !== undefined) {
      throw new UserError({ code: 'option-beside', option: flag(vain), beside: flag(name) })
    }
  }
  checkSizes(options)
}

function checkSizes(options: LookOptions): void {
  const look = paperLook(wholeLook(options))
  const { columns = 0, fontSize = look.size } = options
  if (look.columns < columns) {
    throw new UserError({ code: 'columns-narrow', columns, most: look.columns })
  }
  if (fontSize < look.size) {
    throw new UserError({ code: 'option-beside', option: '--font-size', beside: '--large-print' })
  }
}

function flag(name: string): string {
  const row = rows[name]
  return row === undefined ? name : flagOf(name, row)
}

/** How a document looks: as it was said, and else as its layout usually does. */
export function wholeLook({ layout = 'notes', ...said }: LookOptions): PaperOptions {
  const { paper, columns, fontSize, largePrint, code, answers } = {
    ...usualOptions(layout),
    ...said,
  }
  return { layout, paper, columns, fontSize, largePrint, code, answers }
}
