import type { DamageKind, Examined } from '../log/examine.ts'
import type { Day } from '../schedule/day.ts'
import type { Act, Fit } from '../schedule/schedule.ts'

/** What was found of one file of ours; the path is below the home. */
export type FileReport =
  | ({ readonly kind: 'lines'; readonly path: string } & Examined)
  | { readonly kind: 'whole'; readonly path: string }
  /** It cannot be read, or not made sense of. */
  | { readonly kind: 'broken'; readonly path: string; readonly reason: string }
  /** Nothing can be saved there. */
  | { readonly kind: 'unwritable'; readonly path: string; readonly reason: string }
  /** It is another user's, by number. */
  | { readonly kind: 'foreign'; readonly path: string; readonly owner: number }

/** What a repair did: opened a file or folder to its owner, or put it aside. */
export type Mended = { readonly path: string; readonly to: string | undefined }

export type Examination = {
  readonly files: readonly FileReport[]
  readonly caches: number
  /** The days of dated copies, the latest last. */
  readonly copies: readonly Day[]
  /** Records made while a clock was ahead of now. */
  readonly ahead: readonly (Act | Fit)[]
  readonly leftovers: Leftovers
  /** What remotes held when this device last met them, makes no sense, and was not taken. */
  readonly remote: readonly RemoteDamage[]
}

/** A piece of a file in a remote; bytes are half-open. */
export type RemoteDamage = {
  /** The remote, as a person would write it. */
  readonly remote: string
  readonly path: string
  /** From 1; 0 for the file as a whole. */
  readonly line: number
  readonly start: number
  readonly end: number
  readonly why: DamageKind | 'size'
}

/** What a kill or a power cut left behind; absolute paths. */
export type Leftovers = {
  /** Halves of files, locks and drafts that nobody goes on with: they can be thrown away. */
  readonly spent: readonly string[]
  /** What an editor left of the person's text: never thrown away. */
  readonly texts: readonly string[]
}

/** What a restore added. */
export type Restored = {
  /** Records of journals. */
  readonly records: number
  /** Lines of registries: texts and names of cards. */
  readonly cards: number
  readonly notes: number
  readonly interviews: number
  readonly settings: readonly string[]
  /** Files that differ from ours and were put beside them. */
  readonly beside: readonly string[]
  /** What could not be read or written, by path, and why. */
  readonly failed: readonly { readonly path: string; readonly reason: string }[]
}

/** What is wrong with a backup. */
export type Spoilt = { readonly damaged: number; readonly cutShort: boolean }

/** Whether nothing is damaged; a torn end is no damage, for nobody was told that it was saved. */
export function isSound({ files }: Examination): boolean {
  return files.every(
    (file) => file.kind === 'whole' || (file.kind === 'lines' && file.damage.length === 0),
  )
}
