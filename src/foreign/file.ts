import type { Tables } from './tables.ts'

/** A text and where it was found. */
export type ForeignTextFile = { readonly path: string; readonly text: string }

/** The files of these names, of those that are there. */
export type ReadMedia = (names: readonly string[]) => ReadonlyMap<string, Uint8Array>

/** What another program keeps, as far as a machine can tell: a database or texts. */
export type ForeignFile =
  | {
      readonly kind: 'database'
      readonly tables: Tables
      readonly media: ReadMedia
      /** Notes in the folder around it; read when they are asked for. */
      readonly beside: readonly ForeignTextFile[]
    }
  | { readonly kind: 'texts'; readonly texts: readonly ForeignTextFile[] }
  /** A text that is larger than a note can be, line by line. */
  | ({ readonly kind: 'lines' } & ForeignLines)

/** A text by its lines, without their line ends. */
export type ForeignLines = { readonly path: string; readonly lines: () => Iterable<string> }
