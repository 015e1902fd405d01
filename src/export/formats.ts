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
