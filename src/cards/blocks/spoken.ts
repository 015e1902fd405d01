import { plain } from './inline.ts'

/** What a title or question says, without the marks for machines and the tags behind it. */
export function spoken(markdown: string): string {
  return plain(parted(markdown).text)
}

/** The tags behind a title or question. */
export function trailingTags(markdown: string): readonly string[] {
  return parted(markdown).tags
}

const attribute = '[#.][\\p{L}\\p{N}_:.-]+|[\\w-]+=(?:"[^"{}]*"|[^\\s"{}]+)'
/** What leads back to the contents. */
const top =
  '[[(（【]?(?:back to )?(?:the )?(?:top|contents)[\\])）】]?|[[(（【]?(?:返回|回到)(?:顶部|目录|开头)[\\])）】]?'
const marks: readonly RegExp[] = [
  // {#id} {.class key=value} {-} and kramdown's {: … }
  new RegExp(
    `\\s*\\\\?\\{(?:\\s*(?:${attribute})(?:\\s+(?:${attribute})){0,9}\\s*|-|:[^{}]{0,200}|/\\*[^{}]{0,200}\\*/)\\}$`,
    'u',
  ),
  new RegExp(`\\s*\\[(?:[¶#§🔗⬆↑]{0,2}|${top})\\]\\(#[^()\\s]{0,200}\\)$`, 'iu'),
  new RegExp(`\\s*<a\\b[^<>]{0,300}>\\s*(?:[¶#§🔗⬆↑]{0,2}|${top})\\s*<\\/a>$`, 'iu'),
  /\s+¶$/,
  // a block's name; 10 ^18 is a power
  /(?:\s+\^(?!\d+$)[\w-]{3,60}|(?<=[?？.。!！])\s*\^[\w-]{1,60})$/,
]
const tag =
  /(?:\s+|(?<=[？。！]))#(?:\[\[([^[\]]{1,100})\]\]|((?=[\p{L}_])[\p{L}\p{N}_/-]{1,100}))$/u

const directive =
  /^(?:include|define|undef|ifdef|ifndef|if|elif|else|endif|pragma|error|warning|line|import|region|endregion|[\da-f]{3}|[\da-f]{6}|[\da-f]{8})$/i
/** What asks on: behind it comes what it is about. */
const asksOn =
  /(?:\b(?:is|are|a|an|the|of|in|to|use|using|does|do|with|by|and|or|vs|between|like|for|from|on)|是|和|与|使用)$/i
/** Says only that something is a card. */
const dropped = /^(?:flash)?cards?$/i

const most = 20

type Parted = { readonly text: string; readonly tags: readonly string[] }

function parted(markdown: string): Parted {
  if (!/[#^}¶>]/.test(markdown)) return { text: markdown, tags: [] }
  let text = markdown.trimEnd()
  const tags: string[] = []
  for (let left = most; left > 0; left -= 1) {
    const shorter = withoutMark(text) ?? withoutTag(text, tags)
    if (shorter === undefined || shorter.trim() === '') break
    text = shorter
  }
  return { text, tags }
}

function withoutMark(text: string): string | undefined {
  const tail = text.slice(-400)
  for (const mark of marks) {
    const found = mark.exec(tail)
    if (found === null) continue
    const before = text.slice(0, text.length - found[0].length)
    const isAsked = found[0].includes('^') && asksOn.test(before.slice(-20))
    if (!isAsked) return before
  }
  return undefined
}

/** The text without its last tag, which goes to the front of `tags`. */
function withoutTag(text: string, tags: string[]): string | undefined {
  const found = tag.exec(text.slice(-120))
  const name = found?.[1] ?? found?.[2] ?? ''
  if (found === null || directive.test(name)) return undefined
  const before = text.slice(0, text.length - found[0].length).trimEnd()
  if (dropped.test(name)) return before
  if (before === '' || asksOn.test(before.slice(-20))) return undefined
  tags.unshift(name)
  return before
}
