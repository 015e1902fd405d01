import { UserError } from '../errors.ts'

export const formats = ['pdf', 'md', 'html', 'csv', 'apkg'] as const
export type Format = (typeof formats)[number]

const endings: Readonly<Record<string, Format>> = {
  pdf: 'pdf',
  md: 'md',
  markdown: 'md',
  html: 'html',
  htm: 'html',
  csv: 'csv',
  apkg: 'apkg',
}

/** Kinds of files that are no text. */
export const binaryFormats: ReadonlySet<Format> = new Set(['pdf', 'apkg'])

/** What is meant by a name, or was said. Throws the fault `format-unknown`. */
export function formatOf(path: string, said: Format | undefined): Format {
  if (said !== undefined) return said
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const format = Object.hasOwn(endings, ending) ? endings[ending] : undefined
  if (format === undefined) throw new UserError({ code: 'format-unknown', name: path })
  return format
}

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

/** Throws the fault `option-unfit` for what was said and means nothing to a format. */
export function checkOptions(said: object, format: Format): void {
  for (const [name, value] of Object.entries(said)) {
    const fits = Object.hasOwn(heeded, name) ? heeded[name] : undefined
    // what `--no-code` takes away is there unless it is said
    const isSaid = value !== undefined && !(name === 'code' && value === true)
    if (!isSaid || fits === undefined || fits.includes(format)) continue
    throw new UserError({ code: 'option-unfit', option: optionOf(name, value), format })
  }
}

/** `fontSize` as `--font-size`; what `--no-code` sets is `code`. */
function optionOf(name: string, value: unknown): string {
  const words = name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return value === false ? `--no-${words}` : `--${words}`
}
