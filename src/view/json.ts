const unsafe = /[\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g

/** One JSON document with its line end; control, C1 and bidirectional characters are escaped. */
export function jsonText(value: unknown): string {
  const escaped = JSON.stringify(value, undefined, 2).replace(
    unsafe,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `${escaped}\n`
}
