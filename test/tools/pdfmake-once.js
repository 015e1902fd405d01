// One document by pdfmake, in a process of its own: content, fonts, file.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

// @ts-expect-error it brings no types
const { default: pdfmake } = await import('pdfmake')
const [data = '', fonts = '', file = ''] = process.argv.slice(2)
const [sans, bold, mono] = [
  'NotoSansSC_400Regular',
  'NotoSansSC_700Bold',
  'Inconsolata_400Regular',
].map((name) => join(fonts, `${name}.ttf`))
pdfmake.setFonts({
  Sans: { normal: sans, bold, italics: sans, bolditalics: bold },
  Mono: { normal: mono, bold: mono, italics: mono, bolditalics: mono },
})
const made = pdfmake.createPdf({
  content: JSON.parse(readFileSync(data, 'utf8')),
  info: { creationDate: new Date(0) },
  defaultStyle: { font: 'Sans', fontSize: 10 },
  styles: {
    topic: { fontSize: 16, bold: true, margin: [0, 16, 0, 8] },
    question: { fontSize: 12, bold: true, margin: [0, 12, 0, 6] },
    head: { bold: true, margin: [0, 8, 0, 4] },
    code: { font: 'Sans', fontSize: 9, margin: [8, 4, 8, 8] },
  },
  footer: (/** @type {number} */ page, /** @type {number} */ all) => `${page} / ${all}`,
})
writeFileSync(file, await made.getBuffer())
