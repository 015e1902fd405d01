const comparison =
  /(?:的|各自的)?区别$|区别[:：]|差异|不同点|对比|异同|的作用|的职责|取舍|\b(?:versus|vs\.?|differences?|told apart$|compared|against list|what\b.*\b(?:is|are|do|does))\b|\bagainst (?:list|the other)\b/
const same =
  /一样的?$|一样|一回事|没(?:有|什么)?区别|没差|同一个(?:东西|意思)|\b(?:the same(?: thing)?|no difference|identical|equals?)\b/
const denies = /不一样|不等于|不就是|\b(?:not|n't) (?:the same|equal|identical)/

/** Whether a point asks to tell things apart, so that what it says of them stands elsewhere. */
export function isComparison(text: string): boolean {
  return comparison.test(text.toLowerCase())
}

/** A clause that says no more than that one is the other. */
const bare =
  /^[\s,，]*(?:就是|等于|就等于|等同于|就是指|is|equals?|is just|simply means?)[\s,，.。]*$/

/** Whether a folded clause says that what it names is the same; `rest` is the clause without the names. */
export function saysSame(clause: string, rest: string): boolean {
  return (same.test(clause) && !denies.test(clause)) || bare.test(rest)
}
