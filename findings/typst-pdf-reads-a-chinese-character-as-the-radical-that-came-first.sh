#!/usr/bin/env bash
# The guess: the text of a PDF reads as it was written; if a font draws two characters with one glyph, each place
# in the document keeps its own.
# What is so: the map from glyphs to text holds one entry a glyph, and the character that came first in the
# document has it. Noto Sans SC draws U+2F64 (a Kangxi radical, which input from scans and other PDFs is full of)
# with the glyph of U+7528, the common character for "use". After one radical every later common one is read as
# the radical, so that a reader finds none of the words it stands in. Only readers that take ActualText escape.
# Versions: Typst in @myriaddreamin/typst-ts-web-compiler 0.7.0, Noto Sans SC in @expo-google-fonts/noto-sans-sc
# 0.4.3, read by pdfjs-dist 4.9.155.
# Why it matters: one pasted letter makes a whole document unsearchable; whoever sets Chinese must fold such
# characters before setting, it cannot be mended afterwards.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @myriaddreamin/typst-ts-web-compiler@0.7.0 \
  @expo-google-fonts/noto-sans-sc@0.4.3 pdfjs-dist@4.9.155
cat >look.mjs <<'JS'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { TypstCompilerBuilder, initSync } from '@myriaddreamin/typst-ts-web-compiler'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
const require = createRequire(import.meta.url)
initSync({ module: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')) })
const builder = new TypstCompilerBuilder()
builder.set_dummy_access_model()
await builder.add_raw_font(readFileSync('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))
const compiler = await builder.build()
const [radical, common] = ['\u2f64', '\u7528']
async function readBack(text) {
  compiler.add_source('/main.typ', `#set text(font: "Noto Sans SC")\n${text}\n`)
  const { result } = compiler.compile('/main.typ', undefined, 'pdf', 3)
  const page = await (await getDocument({ data: result, verbosity: 0 }).promise).getPage(1)
  return (await page.getTextContent()).items.map((item) => item.str).join('').replace(/\s/g, '')
}
const code = (text) => [...text].map((one) => `U+${one.codePointAt(0).toString(16).toUpperCase()}`).join(' ')
console.log('typst-ts-web-compiler 0.7.0, Noto Sans SC 0.4.3, pdfjs-dist 4.9.155')
const alone = await readBack(`${common}户`)
const behind = await readBack(`${radical}户 ${common}户`)
console.log('written', code(`${common}户`), 'read', code(alone))
console.log('written', code(`${radical}户${common}户`), 'read', code(behind))
if (alone !== `${common}户` || behind !== `${radical}户${radical}户`) {
  console.error('it is read otherwise now')
  process.exit(1)
}
JS
node look.mjs
