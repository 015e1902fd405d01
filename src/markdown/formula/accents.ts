/** The combining mark by the sign that LaTeX sets above a letter. */
export const accents: ReadonlyMap<string, string> = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['‾', '\u0304'],
  ['¯', '\u0304'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['ˇ', '\u030c'],
  ['˘', '\u0306'],
  ['´', '\u0301'],
  ['→', '\u20d7'],
])
