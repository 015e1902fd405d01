// Writes the tables that search folds and spells Chinese with, from opencc-js and pinyin-pro:
// `node test/tools/make-search-tables.js`. The tables are part of the source, so that a person's
// machine needs neither package.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

const folder = join(import.meta.dirname, '../../src/search/text/tables')
const simplified = Converter({ from: 'tw', to: 'cn' })
const generated = '// Written by test/tools/make-search-tables.js.\n'

let from = ''
let to = ''
for (let code = 0x80; code <= 0xffff; code += 1) {
  if (code >= 0xd800 && code <= 0xdfff) continue
  const unit = String.fromCharCode(code)
  const plain = folded(unit)
  if (plain === unit || plain.length !== 1 || plain < '!') continue
  from += unit
  to += plain
}
writeTable('fold-table.ts', [
  'Every character beyond ASCII that is compared as another one,',
  from,
  'and those others in the same order.',
  to,
])

/** @param {string} unit */
function folded(unit) {
  const plain = unit.normalize('NFKC').toLowerCase()
  return plain.length === 1 ? simplified(plain) : plain
}

// The characters of GB 2312, which is all that notes of today are written in once they are folded.
/** @type {Map<string, string>} */
const first = new Map()
/** @type {Map<string, string>} */
const others = new Map()
const gb = new TextDecoder('gb18030')
for (let high = 0xb0; high <= 0xf7; high += 1) {
  for (let low = 0xa1; low <= 0xfe; low += 1) {
    const character = gb.decode(Uint8Array.of(high, low))
    if (!/^[\u4e00-\u9fff]$/.test(character)) continue
    const [main = '', ...rest] = readings(
      pinyin(character, { toneType: 'none', type: 'array', v: true, multiple: true }),
    )
    if (main === '') continue
    first.set(main, (first.get(main) ?? '') + character)
    for (const one of rest) others.set(one, (others.get(one) ?? '') + character)
  }
}

/** @param {string[]} found */
function readings(found) {
  const plain = found.map((one) => one.replace('ü', 'v').replace(/^([ln])ve$/, '$1ue'))
  return [...new Set(plain)].filter((one) => /^[a-z]+$/.test(one))
}

/** @param {Map<string, string>} map */
function spelled(map) {
  return [...map]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map((pair) => pair.join(''))
    .join(' ')
}
writeTable('pinyin-table.ts', [
  'Each syllable and the characters that are mostly read so,',
  spelled(first),
  'and those that are read so now and then.',
  spelled(others),
])

/**
 * @param {string} name
 * @param {readonly string[]} parts
 */
function writeTable(name, [aboutA = '', a = '', aboutB = '', b = '']) {
  const names = name.startsWith('fold') ? ['foldedFrom', 'foldedTo'] : ['usual', 'occasional']
  const escaped = (/** @type {string} */ text) =>
    text.replace(
      /[\\'\u00ad\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff\ufff0-\uffff]/g,
      (unit) =>
        unit === '\\' || unit === "'"
          ? `\\${unit}`
          : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  const line = (
    /** @type {string} */ about,
    /** @type {string | undefined} */ constant,
    /** @type {string} */ text,
  ) => `\n/** ${about} */\nexport const ${constant} =\n  '${escaped(text)}'\n`
  writeFileSync(
    join(folder, name),
    generated + line(aboutA, names[0], a) + line(aboutB, names[1], b),
  )
}
