import { UserError } from '../errors.ts'
import type { LookOptions } from './look.ts'

type FormatRow = {
  /** Of file names; the first is its own. */
  readonly endings: readonly string[]
  /** No text. */
  readonly isBinary: boolean
  /** What of its look it can be told; the others mean nothing to it. */
  readonly heeds: readonly (keyof LookOptions)[]
}

/** Every kind of file that cards are written to. */
export const formats = {
  pdf: {
    endings: ['pdf'],
    isBinary: true,
    heeds: [
      'title',
      'layout',
      'answers',
      'code',
      'paper',
      'columns',
      'fontSize',
      'largePrint',
      'font',
    ],
  },
  md: { endings: ['md', 'markdown'], isBinary: false, heeds: ['title'] },
  html: {
    endings: ['html', 'htm'],
    isBinary: false,
    heeds: ['title', 'layout', 'answers', 'code'],
  },
  csv: { endings: ['csv'], isBinary: false, heeds: [] },
  apkg: { endings: ['apkg'], isBinary: true, heeds: ['title', 'withHistory'] },
} satisfies Readonly<Record<string, FormatRow>>

export type Format = keyof typeof formats

export const formatNames = Object.keys(formats) as readonly Format[]

/** What is meant by a name, or was said. Throws the fault `format-unknown`. */
export function formatOf(path: string, said: Format | undefined): Format {
  if (said !== undefined) return said
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? ''
  const format = formatNames.find((name) => rowOf(name).endings.includes(ending))
  if (format === undefined) throw new UserError({ code: 'format-unknown', name: path })
  return format
}

/** Whether a kind of file heeds an option of its look. */
export function heeds(format: Format, option: keyof LookOptions): boolean {
  return rowOf(format).heeds.includes(option)
}

function rowOf(format: Format): FormatRow {
  return formats[format]
}
