const endings = [
  /(?<=..)ications?$/,
  /(?<=...)(?:izations?|isations?|ations?)$/,
  /(?<=....)(?:ates|ated|ating|ate|ators?)$/,
  /(?<=...)(?:ically|ments?|ness|ities|ity|ables?|ibles?|ives?|ions?)$/,
  /(?<=...)(?:izes?|ized|izers?|izing|ises?|ised|ising)$/,
  /(?<=....)(?:ers?|ors?)$/,
  /(?<=...)(?:ings?|edly|ed|ly|ies|ied)$/,
  /(?<=..[^aiousy])es$/,
  /(?<=..[^sui])s$/,
]

/** What the forms of an English word share: `validates` and `validation` are both `valid`. */
export function stemOf(word: string): string {
  if (!/^[a-z]{4,}$/.test(word)) return word
  const known = irregular[word]
  if (known !== undefined) return known
  // no ending ends otherwise
  if (!/[defgnrsty]$/.test(word)) return doubled(word)
  let stem = word
  for (const ending of endings) {
    const shorter = stem.replace(ending, '')
    if (shorter === stem) continue
    stem = shorter
    break
  }
  return doubled(stem)
}

function doubled(word: string): string {
  const stem = word.replace(/([bdfgmnprt])\1$/, '$1')
  return stem.length > 3 ? stem.replace(/(?:e|y|i)$/, '') : stem
}

const irregular: Readonly<Record<string, string>> = {
  sent: 'send',
  sends: 'send',
  kept: 'keep',
  wrote: 'writ',
  written: 'writ',
  built: 'build',
  lost: 'lose',
  chosen: 'choos',
  held: 'hold',
  made: 'make',
  went: 'go',
  gone: 'go',
  stood: 'stand',
  paid: 'pay',
  read: 'read',
  indices: 'index',
  indexes: 'index',
  indexed: 'index',
  queries: 'quer',
  query: 'quer',
  querying: 'quer',
  threw: 'throw',
  thrown: 'throw',
  caught: 'catch',
  grew: 'grow',
  broke: 'break',
  broken: 'break',
}
