import { UserError } from '../errors.ts'
import type { Format } from './formats.ts'
import { type PaperOptions, paperLook, usualOptions } from './paper/look.ts'

/** What only some kinds of files heed, by the name of the option. */
const heeded: Readonly<Record<string, readonly Format[]>> = {
  title: ['pdf', 'md', 'html', 'apkg'],
  layout: ['pdf', 'html'],
  answers: ['pdf', 'html'],
  code: ['pdf', 'html'],
  paper: ['pdf'],
  columns: ['pdf'],
  fontSize: ['pdf'],
  largePrint: ['pdf'],
  font: ['pdf'],
}

/** What an option decides alone, so that others would be said in vain. */
const decided: Readonly<Record<string, readonly string[]>> = {
  interview: ['topic', 'tag', 'level', 'from', 'due', 'weak', 'unanswered', 'order'],
  largePrint: ['columns'],
}

/**
 * Throws for what was said and would be passed over: the fault `option-unfit` where it means nothing
 * to a format, `option-beside` where another option decides it, `columns-narrow`.
 */
export function checkOptions(said: Partial<PaperOptions> & object, format: Format): void {
  const options = Object.entries(said).filter(
    // what `--no-code` takes away is there unless it is said
    ([name, value]) => value !== undefined && !(name === 'code' && value === true),
  )
  const names = new Set(options.map(([name]) => name))
  for (const [name, value] of options) {
    const option = optionOf(name, value)
    if (!(listOf(heeded, name)?.includes(format) ?? true)) {
      throw new UserError({ code: 'option-unfit', option, format })
    }
    const vain = listOf(decided, name)?.find((other) => names.has(other))
    if (vain !== undefined) {
      throw new UserError({ code: 'option-beside', option: optionOf(vain, true), beside: option })
    }
  }
  const look = paperLook({ ...usualOptions(said.layout ?? 'notes'), ...said })
  const { columns = 0, fontSize = look.size } = said
  if (look.columns < columns) {
    throw new UserError({ code: 'columns-narrow', columns, most: look.columns })
  }
  if (fontSize < look.size) {
    throw new UserError({ code: 'option-beside', option: '--font-size', beside: '--large-print' })
  }
}

function listOf<Value>(
  table: Readonly<Record<string, readonly Value[]>>,
  name: string,
): readonly Value[] | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

/** `fontSize` as `--font-size`; what `--no-code` sets is `code`. */
function optionOf(name: string, value: unknown): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return value === false ? `--no-${words}` : `--${words}`
}
