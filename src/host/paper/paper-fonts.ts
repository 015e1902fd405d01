import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { reasonOf, UserError } from '../../errors.ts'
import { type Font, fontOf } from '../../export/paper/font.ts'
import type { Fonts } from '../../export/paper/glyphs.ts'
import { readNamed } from '../files/read-file.ts'

/** The fonts that a document is set in. */
export type PaperFonts = {
  /** Paths of ours. */
  readonly paths: readonly string[]
  /** Bytes of the person's. */
  readonly own: readonly Uint8Array[]
  readonly known: Fonts & { readonly math: Font }
}

const sans = 'NotoSansSC_400Regular.ttf'
const mono = 'Inconsolata_400Regular.ttf'
const emoji = 'NotoEmoji_400Regular.ttf'
const math = 'NotoSansMath_400Regular.ttf'
const files = [sans, 'NotoSansSC_700Bold.ttf', mono, 'Inconsolata_700Bold.ttf', emoji, math]

/** Our fonts in a folder, and those of the person by path. */
export function loadFonts(folder: URL, own: readonly string[]): PaperFonts {
  const path = (name: string) => fileURLToPath(new URL(name, folder))
  const shipped = (name: string): Font => {
    const font = fontOf(readFileSync(path(name)))
    if (font === undefined) throw new Error(`${name} is no font`)
    return font
  }
  // few documents have a formula
  let read: Font | undefined
  const mathFont = () => {
    read ??= shipped(math)
    return read
  }
  const owns = own.map(ownFont)
  return {
    paths: files.map(path),
    own: owns.map(({ bytes }) => bytes),
    known: {
      sans: shipped(sans),
      mono: shipped(mono),
      emoji: shipped(emoji),
      math: { has: (codePoint) => mathFont().has(codePoint) },
      own: owns.map(({ font }) => font),
    },
  }
}

/** The largest there are hold all of Unicode. */
const mostFont = 200 << 20

function ownFont(path: string): { readonly bytes: Uint8Array; readonly font: Font } {
  let bytes: Uint8Array
  try {
    bytes = readNamed(path, { most: mostFont })
  } catch (cause) {
    throw new UserError({ code: 'file-not-readable', path, reason: reasonOf(cause) }, { cause })
  }
  const font = fontOf(bytes)
  if (font === undefined) throw new UserError({ code: 'not-a-font', path })
  return { bytes, font }
}
