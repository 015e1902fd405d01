// What a person would search notes with instead: each is called as a program, as viva is, and left out
// where it is not installed. What has an index makes it first.
import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'

/**
 * @typedef {{ ms: number, bytes: number }} Made
 * @typedef {{
 *   name: string,
 *   make?: (notes: string, place: string) => Made | 'missing',
 *   find: (query: string, notes: string, place: string) => number | undefined,
 * }} Program
 */

/** SQLite's FTS5 as Python brings it; `pairs` cuts Chinese into overlapping pairs, as viva does. */
const sqlite = `
import os, re, sqlite3, sys
do, notes, place, how, query = sys.argv[1:]
db = sqlite3.connect(place + '.' + how)
run = re.compile('[\\u4e00-\\u9fff]+|[A-Za-z0-9_]+')
def pairs(text):
    words = []
    for part in run.findall(text):
        if part[0] < '\\u4e00' or len(part) < 2: words.append(part)
        else: words += [part[i:i + 2] for i in range(len(part) - 1)]
    return ' '.join(words)
cut = pairs if how == 'pairs' else (lambda text: text)
if do == 'make':
    db.execute("create virtual table cards using fts5(question, answer, content='', tokenize='%s')" % ('unicode61' if how == 'pairs' else 'trigram'))
    for name in sorted(os.listdir(notes)):
        text = open(os.path.join(notes, name), encoding='utf8').read()
        for card in text.split('\\n## ')[1:]:
            question, _, answer = card.partition('\\n')
            db.execute('insert into cards values (?, ?)', (cut(question), cut(answer)))
    db.commit()
else:
    found = db.execute('select rowid from cards where cards match ? order by bm25(cards, 8, 1) limit 20', ('"%s"' % cut(query),))
    print(len(found.fetchall()))
`

/** @type {readonly Program[]} */
export const programs = [
  { name: 'rg', find: (query, notes) => timeOf('rg', ['-l', query, notes]) },
  { name: 'grep', find: (query, notes) => timeOf('grep', ['-rlF', query, notes]) },
  {
    name: 'fzf',
    find: (query, notes) =>
      timeOf('sh', ['-c', 'cat "$2"/* | fzf --filter "$1"', 'sh', query, notes], 'fzf'),
  },
  ...['pairs', 'trigram'].map(
    /** @returns {Program} */ (how) => ({
      name: `SQLite FTS5, ${how}`,
      make: (notes, place) => {
        const ms = timeOf('python3', ['-c', sqlite, 'make', notes, place, how, ''])
        return ms === undefined ? 'missing' : { ms, bytes: statSync(`${place}.${how}`).size }
      },
      find: (query, notes, place) =>
        timeOf('python3', ['-c', sqlite, 'find', notes, place, how, query]),
    }),
  ),
]

/**
 * In ms; undefined where it is not installed or fails. Nothing found is no failure.
 * @param {string} program @param {string[]} words @param {string} [needs]
 */
function timeOf(program, words, needs = program) {
  if (spawnSync('which', [needs]).status !== 0) return undefined
  const begin = performance.now()
  const { status } = spawnSync(program, words, { stdio: ['ignore', 'ignore', 'inherit'] })
  return status === 0 || status === 1 ? performance.now() - begin : undefined
}
