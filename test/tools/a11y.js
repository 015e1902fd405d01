// Drives axe-core over exported pages in Debian's Chromium (or the one CHROMIUM names): each layout,
// both languages, both colour schemes, wide and narrow. Prints what it finds; exits 1 if anything.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import axe from 'axe-core'

const binary = join(import.meta.dirname, '../../bin/viva.js')
const chromium = process.env.CHROMIUM ?? 'chromium'
const folder = mkdtempSync(join(tmpdir(), 'viva-a11y-'))

/** Everything that a note may hold, so that axe sees it. */
const note = `---
tags: [a11y]
---
# 页面

## 什么是闭包？

函数和它**看得见**的变量，见 [文档](https://example.org/)。[^1]

### 例子

\`\`\`js
const add = (a) => (b) => a + b // 柯里化
const text = 'x' + 1
\`\`\`

| 变量 | 作用域 | |
| --- | :-: | --: |
| \`var\` | 函数 | 1 |

- [x] 会写
- [ ] 会讲

![图](closure.png) ![](dot.svg)

> 引用

[^1]: 也叫词法作用域。

### 要点

- 函数

### 追问

- 有什么坏处？

## What is a closure in JavaScript?

A function and the variables that it sees.

## 还没有答案的题目是什么？
`
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20"/></svg>'

/**
 * @typedef {{ id: string, help: string, nodes: string[] }} Violation
 * @param {string} page
 * @param {{ dark: boolean, width: number }} how
 * @returns {{ found: Violation[], width: number, dark: boolean }}
 */
function violations(page, { dark, width }) {
  const text = readFileSync(page, 'utf8')
  // the page itself lets no script run
  const open = text.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '').replace(
    '</body>',
    // a function, for the script holds what replacing would take for patterns
    () => `<script>${axe.source.replaceAll('</script', '<\\/script')}</script><script>
axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => {
  const found = violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.map((one) => one.html.slice(0, 200)) }))
  const out = document.createElement('pre')
  out.id = 'axe'
  out.textContent = JSON.stringify({ found, width: document.documentElement.scrollWidth, dark: matchMedia('(prefers-color-scheme: dark)').matches })
  parent.document.body.replaceChildren(out)
})
</script></body>`,
  )
  const file = join(folder, 'page.html')
  // no window is narrower than 500, but a frame is
  const frame = `<iframe title="page" width="${width}" height="1400" style="border:0" srcdoc="${escaped(open)}"></iframe>`
  writeFileSync(file, `<!doctype html><meta charset="utf-8"><body>${frame}</body>`)
  const dump = execFileSync(
    chromium,
    [
      ...['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'],
      ...[`--user-data-dir=${join(folder, 'chromium')}`, '--window-size=1300,1500'],
      ...(dark ? ['--blink-settings=preferredColorScheme=0'] : []),
      ...['--virtual-time-budget=20000', '--dump-dom', `file://${file}`],
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 28 },
  )
  const json = /<pre id="axe">([\s\S]*?)<\/pre>/.exec(dump)?.[1]
  if (json === undefined) throw new Error(`axe did not come to its end on ${page}`)
  return JSON.parse(json.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'))
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
}

let wrong = 0
try {
  writeFileSync(join(folder, 'note.md'), note)
  writeFileSync(join(folder, 'dot.svg'), svg)
  const env = { PATH: process.env.PATH ?? '', HOME: folder, VIVA_HOME: join(folder, 'home') }
  for (const language of ['zh', 'en']) {
    for (const words of ['notes', 'quiz', 'quiz --answers inline', 'summary']) {
      const page = join(folder, 'exported.html')
      const library = ['--library', join(folder, 'note.md')]
      const look = ['--force', '--lang', language, '--layout', ...words.split(' ')]
      const options = { env, stdio: /** @type {const} */ ('ignore') }
      execFileSync(process.execPath, [binary, 'export', page, ...library, ...look], options)
      for (const dark of [false, true]) {
        for (const width of [320, 1200]) {
          const result = violations(page, { dark, width })
          const title = `${language} ${words} ${dark ? 'dark' : 'light'} ${width}px`
          if (result.dark !== dark) throw new Error(`${title}: the colour scheme was not taken`)
          const problems = [
            ...result.found.map(
              ({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.join('\n    ')}`,
            ),
            ...(result.width > width ? [`wider than the window: ${result.width}px`] : []),
          ]
          wrong += problems.length
          console.log(
            `${title}: ${problems.length === 0 ? 'nothing found' : problems.join('\n  ')}`,
          )
        }
      }
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
process.exitCode = wrong === 0 ? 0 : 1
