// Sample pages to be looked at: `npm run look [folder]`. Writes documents, and with poppler's
// pdftoppm a picture of each page that is worth a look, the page of hard cases among them.
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bookletOf, built, viva } from '../support/paper.js'

const top = join(import.meta.dirname, '../..')
const folder = process.argv[2] ?? mkdtempSync(join(tmpdir(), 'viva-look-'))
mkdirSync(folder, { recursive: true })

const torture = bookletOf([join(top, 'test/fixtures/paper/torture.md')], '排版试样')
const chinese = bookletOf(bank('zh', 'redis-cache', 'databases'), 'Python 后端面试题')
const english = bookletOf(bank('en', 'redis-cache', 'databases'), 'Back-end interview notes', 'en')

/** @param {string} language @param {string[]} names */
function bank(language, ...names) {
  return names.map((name) => join(top, 'content', language, `${name}.md`))
}

/** With what a person adds. @param {any} booklet */
function used(booklet) {
  const note = '我的理解：**先写库，再删缓存**。\n\n- 双删要等一会儿\n- `canal` 最稳'
  const asked = {
    answer: '缓存里没有就去查数据库。\n热点数据可以加锁。',
    coverage: 0.55,
    grade: 'hard',
    usedMs: 83_000,
    limitMs: 120_000,
    late: false,
  }
  return {
    ...booklet,
    told: ['主题：Redis', '本周漏掉的要点'],
    entries: booklet.entries.map((/** @type {any} */ entry, /** @type {number} */ i) => ({
      ...entry,
      missed: entry.keyPoints.slice(0, i % 3),
      note: i % 4 === 0 ? note : undefined,
      asked: i % 4 === 1 ? asked : undefined,
    })),
  }
}

/** @type {readonly [string, any, object, number[]][]} what is set, how, and the pages to look at */
const samples = [
  ['torture', used(torture), {}, [3, 4, 5]],
  ['torture-a5', torture, { paper: 'a5', columns: 2, fontSize: 7 }, [3]],
  ['notes-zh', used(chinese), {}, [1, 2, 3, 4]],
  ['notes-en', english, { paper: 'letter' }, [2, 3]],
  ['columns-en', english, { columns: 2, fontSize: 9 }, [3]],
  ['quiz-zh', chinese, { layout: 'quiz' }, [3, 9]],
  ['summary-zh', used(chinese), { layout: 'summary', columns: 2, fontSize: 9 }, [1]],
  ['large-zh', chinese, { largePrint: true }, [3]],
]

let isDrawn = true
for (const [name, booklet, options, pages] of samples) {
  const layout = 'layout' in options ? options.layout : 'notes'
  const all = { ...viva.usualOptions(layout), ...options }
  const made = await viva.typeset(booklet, all, { built, version: 'look' })
  const path = join(folder, `${name}.pdf`)
  writeFileSync(path, made.bytes)
  console.log(`${path}  ${made.pages} pages, ${made.bytes.length} bytes`)
  for (const page of pages.map(String)) {
    const words = ['-r', '90', '-png', '-singlefile', '-f', page, '-l', page]
    const { error } = spawnSync('pdftoppm', [...words, path, join(folder, `${name}-${page}`)])
    isDrawn &&= error === undefined
  }
}
if (!isDrawn) console.log('No pictures: pdftoppm is not here (Debian has it in poppler-utils).')
