/** Where a block of code ends whose fence begins here; undefined if none does. */
export function endOfFence(text: string, at: number): number | undefined {
  const line = text.lastIndexOf('\n', at - 1) + 1
  if (!/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(text.slice(line, at))) return undefined
  const [, mark, sign] = /^(([`~])\2{2,})/.exec(text.slice(at, at + 80)) ?? []
  if (mark === undefined || sign === undefined) return undefined
  const info = lineAt(text, at + mark.length)
  if (sign === '`' && info.includes('`')) return undefined
  const end = new RegExp(`^[ \\t>]*${sign}{${mark.length},}[ \\t]*\\r?$`, 'gm')
  end.lastIndex = at + mark.length + info.length + 1
  const found = end.exec(text)
  return found === null ? text.length : found.index + found[0].length
}

function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end < 0 ? undefined : end)
}

const longestCode = 2000

/** Where code within a line ends that begins here; behind its marks if nothing closes it. */
export function endOfCode(text: string, at: number): number {
  const mark = /^`+/.exec(text.slice(at, at + 80))?.[0] ?? '`'
  const from = at + mark.length
  const rest = text.slice(from, from + longestCode)
  const paragraph = rest.search(/\n[ \t>]*\n/)
  const within = paragraph < 0 ? rest : rest.slice(0, paragraph)
  for (const run of within.matchAll(/`+/g)) {
    if (run[0].length === mark.length) return from + run.index + mark.length
  }
  return from
}

const tag =
  /^<\/?[a-z][\w-]{0,40}(?:\s{1,20}[a-z_:@][\w.:@-]{0,80}(?:\s{0,5}=\s{0,5}(?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\s"'=<>`]{1,2000}))?){0,30}\s{0,20}\/?>/i
const verbatim = /^<(pre|script|style|code|textarea|svg|math)\b/i
const address = /^(?:https?:\/\/|www\.)[!-~]+/i
const destination = /^\]\((?:[^()\s\\]|\\.|\([^()\s]{0,200}\)){0,2000}/

/** Where an address, a tag, a comment or an escape ends that begins here. */
export function passed(text: string, at: number, sign: string): number {
  const rest = text.slice(at, at + 4000)
  switch (sign) {
    case '\\':
      return at + 2
    case '$':
      // two that open nothing open nothing one by one
      return at + (/^\$+/.exec(rest)?.[0].length ?? 1)
    case '<':
      return at + tagLength(rest, text, at)
    case '](':
      return at + (destination.exec(rest)?.[0].length ?? sign.length)
    default:
      return at + (address.exec(rest)?.[0].length ?? sign.length)
  }
}

function tagLength(rest: string, text: string, at: number): number {
  if (rest.startsWith('<!--')) {
    const end = text.indexOf('-->', at)
    return end < 0 ? 4 : end + 3 - at
  }
  const auto = /^<(?:https?|mailto):[^\s<>]*>/i.exec(rest)?.[0]
  if (auto !== undefined) return auto.length
  const opened = tag.exec(rest)?.[0]
  if (opened === undefined) return 1
  const name = verbatim.exec(opened)?.[1]
  if (name === undefined) return opened.length
  const close = new RegExp(`</${name}\\s*>`, 'gi')
  close.lastIndex = at + opened.length
  const found = close.exec(text)
  return found === null ? opened.length : found.index + found[0].length - at
}
