/** What a character is to a search: Chinese and its neighbours go by pairs, letters by words. */
const apart = 0
export const letter = 1
export const han = 2
/** Signs of programs, which go by runs: `===`. */
export const sign = 3

/** Ranges of code units: `from`, `to`, what they are. Surrogates stand apart. */
const ranges: readonly (readonly [number, number, number])[] = [
  [0x30, 0x39, letter],
  [0x41, 0x5a, letter],
  [0x5f, 0x5f, letter],
  [0x61, 0x7a, letter],
  [0xaa, 0xaa, letter],
  [0xb5, 0xb5, letter],
  [0xc0, 0xd6, letter],
  [0xd8, 0xf6, letter],
  [0xf8, 0x1fff, letter],
  [0x2c00, 0x2dff, letter],
  [0x3005, 0x3007, han],
  [0x3040, 0x30ff, han],
  [0x3105, 0x312f, han],
  [0x3400, 0x4dbf, han],
  [0x4e00, 0x9fff, han],
  [0xa000, 0xa4cf, han],
  [0xac00, 0xd7a3, han],
  [0xf900, 0xfaff, han],
]

let known: Uint8Array | undefined

/** What each code unit is. */
export function kindTable(): Uint8Array {
  if (known !== undefined) return known
  const made = new Uint8Array(0x10000).fill(apart)
  for (const [from, to, kind] of ranges) made.fill(kind, from, to + 1)
  // the dot between the words of a foreign name, and the mark after a prolonged vowel
  made[0x30fb] = apart
  for (const one of '!#$%&*+-./:<=>?@\\^|~') made[one.charCodeAt(0)] = sign
  known = made
  return made
}
