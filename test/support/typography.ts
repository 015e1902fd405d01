import type { CardLanguage } from '../../src/cards/card.ts'
import { proseIn } from './markdown.ts'

const han = String.raw`\p{Script=Han}`
const plain = '[A-Za-z0-9]'

/** What is set wrongly, by the rule it breaks. */
const rules: Readonly<Record<CardLanguage, Readonly<Record<string, RegExp>>>> = {
  zh: {
    'a space between Chinese and letters, digits, code': new RegExp(
      `${han}${plain}|(?:${plain}|[%+])${han}`,
      'u',
    ),
    'full-width marks in Chinese': new RegExp(
      `${han} ?[,;:!?](?!\\S)|${han}[,;:!?.(]|[)]${han}`,
      'u',
    ),
    'no space beside a full-width mark': new RegExp(
      `[，。；：！？、（）《》] | [，。；：！？、（）《》]|” ${han}|${han} “`,
      'u',
    ),
    'no straight quotes': /["']/,
    'letters and digits in half width': /[０-９Ａ-Ｚａ-ｚ％]/,
    'no two spaces': / {2}|\t/,
  },
  en: {
    'no full-width marks in English': /[，。；：！？、（）《》「」０-９Ａ-Ｚａ-ｚ％]/,
    'no space before a mark': /\s[,;:!?](?:\s|$)|\s\.(?:\s|$)/,
    'a space after a mark': /[a-z][,;!?][A-Za-z]/,
    'no curly quotes': /[“”‘’]/,
    'no two spaces': / {2}|\t/,
  },
}

const openings = '（(「《“['
const closings = '）)」》”]'

/** Whether every bracket and quote that opens also closes, in order. */
function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const sign of text) {
    if (openings.includes(sign)) open.push(closings[openings.indexOf(sign)] ?? '')
    else if (closings.includes(sign) && open.pop() !== sign) return false
  }
  const straight = text.split('"').length - 1
  return open.length === 0 && straight % 2 === 0
}

/** What is wrong with the typography of a Markdown text; code and comments are left alone. */
export function misprintsIn(text: string, language: CardLanguage): readonly string[] {
  const ends = text
    .split('\n')
    .flatMap((line, i) => (/[ \t]$/.test(line) ? [`${i + 1} ends in a space`] : []))
  // what stands beside a key point in comments is not shown, nor is the space before it
  const shown = text.replace(/(?<=\S) *<!--.*?-->/g, '')
  const prose = proseIn(shown).flatMap(({ text, line }) => {
    const broken = Object.entries(rules[language]).filter(([, wrong]) => wrong.test(text))
    const found = broken.map(([rule, wrong]) => `${line} ${rule}: ${near(text, wrong)}`)
    return isBalanced(text) ? found : [...found, `${line} what opens must close: ${text}`]
  })
  return [...ends, ...prose]
}

function near(text: string, wrong: RegExp): string {
  const at = wrong.exec(text)?.index ?? 0
  return text.slice(Math.max(0, at - 8), at + 12)
}
