const chinese =
  /不是|没有|并非|不会|不能|不用|不需要|无需|无法|不要|不可|不再|从不|绝不|禁止|拒绝|[不没未无非别]/g
/** Where these characters do not deny. */
const harmless =
  /不(?:同|仅|但|只|断|过|少|管|论|如|得不|光|止|然|错|好|定|妨|愧)|无(?:论|非|状态|感|疑)|非(?:常|得|关系|对称|阻塞)|(?:除|是)非|别(?:人|的|名)|(?:特|区|级|识|类|分|判|个|性|鉴|告)别|未(?:来|必)|差不多|没(?:事|关系|准)|(.)[不没]\1/g
const english =
  /\b(?:not|no|never|without|cannot|can't|cant|don't|dont|doesn't|doesnt|didn't|isn't|isnt|aren't|won't|wouldn't|shouldn't|wasn't|neither|nor|lacks?)\b(?!\s+(?:only|just|matter|doubt))/g
const ends =
  '[，。；！？：,;!?\\n()（）]|\\.(?:\\s|$)|就|才|而|但|则|然后|所以|因为|\\b(?:but|so|then|because|and|instead)\\b'
const stop = new RegExp(ends, 'y')
const shortStop = new RegExp(`${ends}|的`, 'y')
const word = /[a-z0-9_'.+-]+/y

const shortReach = 5
const longReach = 8
const englishReach = 6

/** Which characters of a folded text stand right after a word that denies them. */
export function deniedIn(folded: string): Uint8Array {
  const denied = new Uint8Array(folded.length)
  const spared = new Uint8Array(folded.length)
  for (const found of folded.matchAll(harmless)) {
    spared.fill(1, found.index, found.index + found[0].length)
  }
  for (const { 0: denier, index } of folded.matchAll(chinese)) {
    if (spared[index] === 1) continue
    const isShort = denier.length === 1
    // `不重要的功能` denies what is important, not what works
    const reach = isShort ? shortReach : longReach
    deny(denied, folded, index + denier.length, reach, isShort ? shortStop : stop)
  }
  for (const { 0: denier, index } of folded.matchAll(english)) {
    deny(denied, folded, index + denier.length, englishReach, stop)
  }
  return denied
}

// A Chinese character counts once, a word of letters twice, what only marks a tense not at all.
function deny(
  denied: Uint8Array,
  folded: string,
  from: number,
  reach: number,
  until: RegExp,
): void {
  let left = reach
  for (let at = from; at < folded.length && left > 0; ) {
    until.lastIndex = at
    if (until.test(folded)) return
    word.lastIndex = at
    const length = word.exec(folded)?.[0].length ?? 1
    denied.fill(1, at, at + length)
    left -= length > 1 ? 2 : /[\s了过着]/.test(folded[at] ?? '') ? 0 : 1
    at += length
  }
}
