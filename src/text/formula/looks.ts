/** What may be said of a stretch between the signs of a formula before it is taken for one. */
export type Between = {
  readonly tex: string
  /** The character in front of the first sign and the one behind the last; empty at an end. */
  readonly before: string
  readonly after: string
  /** Others on the page are formulas without doubt, so words alone may be names of variables. */
  readonly isSure: boolean
}

const command = /\\(?:[A-Za-z]{2,}|[,;:!{}|\\])/
const wide = /[\u3400-\u9fff]/
const chineseSigns = /[，。；：！？、（）“”《》]/
/** Neither in a formula nor in what is set around it: another language. */
const foreign = /["`;@]|&&|\/\/|\$\{/

/** Whether what stands between two dollars is a formula: no price, no variable of a shell, no template. */
export function isBetweenDollars(between: Between): boolean {
  const { tex, before, after } = between
  const isSymbol = /^\\[A-Za-z]+$/.test(tex)
  // 2$\times$3 is written, US$5 and $A$1 are too
  if (!isSymbol && /[A-Za-z0-9+*]/.test(before)) return false
  if (!isSymbol && /^(?:[A-Za-z0-9({_]|\.\w)/.test(after)) return false
  if (/^\s|\s$/.test(tex)) return /^\s.*\s$/s.test(tex) && /\\[A-Za-z]{2,}/.test(tex)
  return looksLikeFormula(between)
}

/** Whether a text is one by its own looks. */
export function looksLikeFormula({ tex, isSure }: Pick<Between, 'tex' | 'isSure'>): boolean {
  const bare = tex.trim()
  if (bare === '' || bare.includes('`')) return false
  if (command.test(bare)) return true
  if (foreign.test(bare) || /^\{[\w.:-]*\}/.test(bare)) return false
  if (wide.test(bare)) return isEquationInWords(bare)
  if (/^[A-Z][A-Z0-9]+(?:_[A-Z0-9]{2,})+$/.test(bare)) return isSure
  if (/^\d[\d_]*_\d+$/.test(bare)) return false
  return signs.test(bare) && !/[-+*/=<(,:&|]$/.test(bare) && (isSure || areShort(bare))
}

/** What stands in a formula that needs no command. */
const signs =
  /^(?=.*[\p{L}\p{N}])[\p{L}\p{N}\p{Sm}\s+\-*/=<>()[\]{}|.,!:'^_~&%±×÷·…′≤≥≠≈→∈∞∅√∑∏∫]+$/su

const functions =
  /^(?:log|ln|lg|sin|cos|tan|max|min|exp|mod|lim|sup|inf|det|dim|arg|gcd|lcm|sgn|softmax|argmax|argmin)$/i

/** Letters of it are variables, not words. */
function areShort(bare: string): boolean {
  if (/^[OoΘΩΟ]\s?\(/.test(bare)) return true
  const words = bare.match(/\p{L}{2,}/gu) ?? []
  return words.every((word) => isVariable(word, bare))
}

function isVariable(word: string, bare: string): boolean {
  if (functions.test(word) || word.length === 2) return !/^id$/i.test(bare)
  // d_model, x_{max}, and rates in an equation
  return /[_^=]/.test(bare) && word.length <= 12 && bare !== word && !/\s\p{L}{3,}\s/u.test(bare)
}

/** 准确率 = 正确数 / 总数 */
function isEquationInWords(bare: string): boolean {
  return /[=≈≤≥<>^_]/.test(bare) && !chineseSigns.test(bare) && !/^\d/.test(bare)
}
