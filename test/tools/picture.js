// Draws README's pictures from the program itself: sits an interview in a pseudo-terminal and writes
// the screen as SVG. Run it as `npm run picture`; the files go beside README in .github/.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as pty from '@lydell/node-pty'
import { Unicode11Addon } from '@xterm/addon-unicode11'
import xterm from '@xterm/headless'

const root = join(import.meta.dirname, '../..')
const columns = 80
const cell = { width: 8.4, height: 18 }
const margin = 14
const plain = '#d8dee9'
const back = '#1d2129'
// the sixteen named colours of a dark theme
const colours = [
  ...['#3b4252', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d8dee9'],
  ...['#5c6370', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#ffffff'],
]

/**
 * @param {string[]} words
 * @param {number} rows
 * @param {readonly (string | RegExp)[]} script what to wait for and what to type, in turn
 */
async function screenOf(words, rows, script) {
  const home = mkdtempSync(join(tmpdir(), 'viva-picture-'))
  const term = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true })
  term.loadAddon(new Unicode11Addon())
  term.unicode.activeVersion = '11'
  const child = pty.spawn(process.execPath, [join(root, 'bin/viva.js'), ...words], {
    cols: columns,
    rows,
    name: 'xterm-256color',
    cwd: home,
    env: { PATH: process.env.PATH ?? '', VIVA_HOME: home, LANG: 'C.UTF-8', TERM: 'xterm-256color' },
  })
  let written = Promise.resolve()
  child.onData((data) => {
    written = new Promise((resolve) => term.write(data, resolve))
  })
  const { active } = term.buffer
  const text = () =>
    Array.from({ length: rows }, (_, y) =>
      active.getLine(active.baseY + y)?.translateToString(true),
    ).join('\n')
  for (const step of script) {
    if (typeof step === 'string') child.write(step)
    else {
      const end = Date.now() + 10_000
      while (!step.test(text())) {
        if (Date.now() > end) throw new Error(`never shown: ${step}\n${text()}`)
        await new Promise((resolve) => setTimeout(resolve, 20))
        await written
      }
    }
  }
  const picture = svg(active, rows, `viva ${words.join(' ')}`)
  child.kill()
  rmSync(home, { recursive: true, force: true })
  return picture
}

/**
 * @param {import('@xterm/headless').IBuffer} buffer
 * @param {number} rows
 * @param {string} title
 */
function svg(buffer, rows, title) {
  const width = columns * cell.width + 2 * margin
  const height = rows * cell.height + 2 * margin
  const lines = Array.from({ length: rows }, (_, y) => line(buffer, y))
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${title}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${back}"/>`,
    `<g font-family="'Cascadia Mono','Menlo','DejaVu Sans Mono','Noto Sans Mono CJK SC',monospace" font-size="14" xml:space="preserve">`,
    ...lines,
    '</g>',
    '</svg>',
    '',
  ].join('\n')
}

/**
 * Every grapheme at its own cell, so that no font can move what follows.
 * @param {import('@xterm/headless').IBuffer} buffer
 * @param {number} y
 */
function line(buffer, y) {
  const row = buffer.getLine(buffer.baseY + y)
  let out = ''
  for (let x = 0; row !== undefined && x < columns; x += 1) {
    const one = row.getCell(x)
    const text = one?.getChars() ?? ''
    if (one === undefined || text.trim() === '') continue
    const fill = one.isFgPalette() ? (colours[one.getFgColor()] ?? plain) : plain
    const style = [
      `fill="${fill}"`,
      one.isBold() ? 'font-weight="bold"' : '',
      one.isDim() ? 'opacity="0.6"' : '',
    ].filter((part) => part !== '')
    const left = (margin + x * cell.width).toFixed(1)
    const base = margin + y * cell.height + 14
    const escaped = text.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`)
    out += `<text x="${left}" y="${base}" ${style.join(' ')}>${escaped}</text>`
  }
  return out
}

/** @type {Record<string, { topic: string, answer: string }>} */
const languages = {
  zh: {
    topic: '缓存',
    answer: '穿透查的是不存在的数据，缓存空值；击穿是热点 key 过期，加锁重建。',
  },
  en: {
    topic: 'cach',
    answer: 'Penetration asks for data that do not exist; breakdown is one hot key expiring.',
  },
}
mkdirSync(join(root, '.github'), { recursive: true })
for (const [language, { topic, answer }] of Object.entries(languages)) {
  const words = ['interview', '-n', '3', '--topic', topic, '--seed', 'picture', '--lang', language]
  const asked = [/F1/, answer, /expiring|重建/]
  const graded = [...asked, '\x04', /\[ \]/, ' \x1b[B ', /\[✓\][\s\S]*\[✓\]/]
  writeFileSync(join(root, `.github/asking.${language}.svg`), await screenOf(words, 9, asked))
  writeFileSync(join(root, `.github/grading.${language}.svg`), await screenOf(words, 26, graded))
}
