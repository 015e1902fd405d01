// A library of any size for measuring search: cards of about 1,200 characters, a hundred in a file,
// of sentences from the bundled bank and of words made up by a seeded dice, rare ones far more
// numerous than common ones, as in real notes.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const content = join(import.meta.dirname, '../../content')
const cardsInFile = 100
const answerLength = 1190

/**
 * Writes the library and gives the text of each of its cards.
 * @param {string} folder
 * @param {number} count
 */
export function writeLibrary(folder, count) {
  const dice = seeded(count)
  const { sentences, words } = material(dice)
  mkdirSync(folder, { recursive: true })
  /** @type {{ question: string, topic: string, answer: string }[]} */
  const cards = []
  for (let file = 0; cards.length < count; file += 1) {
    const topic = words.han(dice)
    let text = `# ${topic}\n`
    for (let i = 0; i < cardsInFile && cards.length < count; i += 1) {
      const card = {
        question: questionOf(words, dice),
        topic,
        answer: answerOf(sentences, words, dice),
      }
      cards.push(card)
      text += `\n## ${card.question}\n\n${card.answer}\n`
    }
    writeFileSync(join(folder, `${String(file).padStart(4, '0')}.md`), text)
  }
  return cards
}

/** @typedef {() => number} Dice */
/** @typedef {{ han: (dice: Dice) => string, latin: (dice: Dice) => string }} Words */

/** @param {number} seed @returns {Dice} */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** @param {Dice} dice */
function material(dice) {
  const text = ['zh', 'en']
    .flatMap((language) => {
      const folder = join(content, language)
      return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    })
    .join('\n')
  const sentences = text
    .split(/\n|(?<=[。；])/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 8 && !/^(?:#|---|<!--|```|\|)/.test(sentence))
  const characters = [...new Set(text.match(/[\u4e00-\u9fff]/g) ?? [])]
  const vocabulary = Array.from({ length: 12_000 }, () =>
    Array.from({ length: dice() < 0.8 ? 2 : 3 }, () => pick(characters, dice)).join(''),
  )
  const syllables =
    'ba co di fu ge ho in ka lo me no pi qu re si ta un ve wi xo ze tion er ing'.split(' ')
  const names = Array.from({ length: 8_000 }, () =>
    Array.from({ length: 2 + Math.floor(dice() * 3) }, () => pick(syllables, dice)).join(
      dice() < 0.1 ? '_' : '',
    ),
  )
  /** @type {Words} */
  const words = { han: (dice) => rare(vocabulary, dice), latin: (dice) => rare(names, dice) }
  return { sentences, words }
}

/** @param {Words} words @param {Dice} dice */
function questionOf(words, dice) {
  const about = `${words.han(dice)}${dice() < 0.4 ? ` ${words.latin(dice)} ` : words.han(dice)}`
  return pick(
    [`什么是${about}？`, `${about}和${words.han(dice)}有什么区别？`, `怎么处理${about}？`],
    dice,
  )
}

/** @param {readonly string[]} sentences @param {Words} words @param {Dice} dice */
function answerOf(sentences, words, dice) {
  let answer = ''
  while (answer.length < answerLength) {
    if (dice() < 0.6) answer += `${pick(sentences, dice)}\n\n`
    else {
      const made = Array.from({ length: 12 }, () =>
        dice() < 0.8 ? words.han(dice) : ` ${words.latin(dice)} `,
      )
      answer += `${dice() < 0.2 ? `- **${words.han(dice)}**：` : ''}${made.join('')}。\n\n`
    }
  }
  return answer.trim()
}

/** @template Item @param {readonly Item[]} items @param {Dice} dice @returns {Item} */
function pick(items, dice) {
  return /** @type {Item} */ (items[Math.floor(dice() * items.length)])
}

// the first are common, the last stand in a few cards only
/** @template Item @param {readonly Item[]} items @param {Dice} dice @returns {Item} */
function rare(items, dice) {
  return /** @type {Item} */ (items[Math.floor(items.length * dice() ** 2.2)])
}
