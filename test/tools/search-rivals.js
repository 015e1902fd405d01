// What search is measured against: fuse.js as it comes and in its best configuration, minisearch.
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import { pinyin } from 'pinyin-pro'

/** @typedef {{ question: string, topics: string, answer: string }} Doc */
/** @typedef {(query: string) => readonly number[]} Engine gives the numbers of the documents */

const most = 10

/** @type {Readonly<Record<string, (docs: readonly Doc[], fold: (text: string) => string) => Engine>>} */
export const rivals = {
  'fuse.js, defaults': (docs) => {
    const fuse = new Fuse(docs, { keys: ['question', 'topics', 'answer'] })
    return (query) => fuse.search(query, { limit: most }).map(({ refIndex }) => refIndex)
  },
  'fuse.js, best': (docs, fold) => {
    const folded = docs.map(({ question, topics, answer }) => ({
      question: fold(question),
      topics: fold(topics),
      answer: fold(answer),
      py: spelled(question, 'pinyin'),
      pyi: spelled(question, 'first'),
    }))
    const keys = [
      { name: 'question', weight: 3 },
      { name: 'topics', weight: 1 },
      { name: 'answer', weight: 1 },
      { name: 'py', weight: 1 },
      { name: 'pyi', weight: 0.5 },
    ]
    const fuse = new Fuse(folded, {
      ...{ keys, threshold: 0.3, ignoreLocation: true, ignoreFieldNorm: true },
      ...{ isCaseSensitive: true, useTokenSearch: true, tokenMatch: 'any', includeScore: true },
      tokenize: pairsAndWords,
    })
    return (query) => fuse.search(fold(query), { limit: most }).map(({ refIndex }) => refIndex)
  },
  minisearch: (docs, fold) => {
    const mini = new MiniSearch({
      fields: ['question', 'topics', 'answer'],
      tokenize: (text) => pairsAndWords(fold(text)),
      searchOptions: { prefix: true, fuzzy: 0.2, boost: { question: 3 }, combineWith: 'AND' },
    })
    mini.addAll(docs.map((doc, id) => ({ id, ...doc })))
    return (query) =>
      mini
        .search(query)
        .slice(0, most)
        .map(({ id }) => Number(id))
  },
}

/** @param {string} text @returns {string[]} */
function pairsAndWords(text) {
  return (text.match(/[\u4e00-\u9fff]+|[a-z0-9_]+/g) ?? []).flatMap((run) => {
    if (run.length < 2 || run < '\u4e00') return [run]
    return Array.from({ length: run.length - 1 }, (_, i) => run.slice(i, i + 2))
  })
}

/** @param {string} text @param {'pinyin' | 'first'} pattern */
function spelled(text, pattern) {
  return pinyin(text, { toneType: 'none', type: 'array', pattern, nonZh: 'removed' }).join('')
}
