/** Tags of HTML that dress a text; other angle brackets, as in `List<String>`, are words. */
const tags =
  /<(\/?)(a|abbr|b|big|br|center|code|dd|del|details|div|dl|dt|em|figure|font|h[1-6]|hr|i|img|input|ins|kbd|label|li|mark|ol|p|picture|pre|q|s|samp|section|small|source|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)\b([^<>]{0,2000})>/gi

const empty = /^(?:br|hr|img|input|source)$/
const framing =
  /^(?:center|dd|details|div|dl|dt|figure|h[1-6]|li|ol|p|pre|section|summary|table|tbody|td|th|thead|tr|ul)$/

type Tag = {
  readonly name: string
  readonly from: number
  readonly to: number
  readonly closes: boolean
  /** Of an attribute with a value: nobody names a tag so. */
  readonly isValued: boolean
  readonly isSlashed: boolean
  isPaired: boolean
}

/** Without the tags that dress the text. A tag that nothing closes is named, and stays. */
export function undressed(text: string): string {
  const found = tagsIn(text)
  if (found.length === 0) return text
  if (rest(text, found).trim() === '') return ''
  pair(found)
  const lone = found.filter((tag) => !tag.isPaired && !empty.test(tag.name))
  const isWord = (tag: Tag) => !tag.isPaired && isNamed(text, tag, lone.length)
  const words = new Set(found.filter((tag) => tag.name !== 'br' && isWord(tag)))
  const gone = found.filter((tag) => !words.has(tag) && !isNamedBreak(text, tag, words.size > 0))
  return rest(text, gone)
}

function tagsIn(text: string): readonly Tag[] {
  return [...text.matchAll(tags)].flatMap((match) => {
    const [whole, slash, name = '', attributes = ''] = match
    const isValued = /^\s+(?:[\w:@.-]+\s+){0,20}[\w:@.-]+\s*=/.test(attributes)
    if (!isValued && !/^(?:\s+[\w:@.-]+){0,20}\s*\/?$/.test(attributes)) return []
    return {
      name: name.toLowerCase(),
      from: match.index,
      to: match.index + whole.length,
      closes: slash === '/',
      isValued,
      isSlashed: attributes.endsWith('/'),
      isPaired: false,
    }
  })
}

function rest(text: string, gone: readonly Tag[]): string {
  let bare = ''
  let at = 0
  for (const tag of gone) {
    bare += text.slice(at, tag.from) + (tag.name === 'br' ? ' ' : '')
    at = tag.to
  }
  return bare + text.slice(at)
}

function pair(found: readonly Tag[]): void {
  const open = new Map<string, Tag[]>()
  for (const tag of found) {
    if (!tag.closes) {
      open.set(tag.name, [...(open.get(tag.name) ?? []).slice(-20), tag])
      continue
    }
    const opener = open.get(tag.name)?.pop()
    if (opener === undefined) continue
    opener.isPaired = true
    tag.isPaired = true
  }
}

/** Whether a tag without its other half is spoken of, rather than left over from a cut. */
function isNamed(text: string, tag: Tag, lone: number): boolean {
  const isInWord = /[\p{L}\p{N}_]/u.test(text[tag.from - 1] ?? '')
  if (tag.closes) return !(atEdge(text, tag) && lone === 1) && !closesAll(text, tag)
  if (tag.isValued) return tag.name === 'input' || (isInWord && !empty.test(tag.name))
  if (empty.test(tag.name)) return !tag.isSlashed
  const opensBlock = framing.test(tag.name) && text.slice(0, tag.from).trim() === ''
  return !(opensBlock && lone === 1 && /^(?!标签|元素|属性)\S/.test(text.slice(tag.to)))
}

function atEdge(text: string, tag: Tag): boolean {
  return text.slice(0, tag.from).trim() === '' || text.slice(tag.to).trim() === ''
}

/** Whether only ends of tags stand from here on. */
function closesAll(text: string, tag: Tag): boolean {
  return (
    /^(?:\s*<\/[a-z\d]{1,10}>)*\s*$/i.test(text.slice(tag.to)) &&
    !/[\s(（]$/.test(text.slice(0, tag.from))
  )
}

/** `<br>` is a word beside other tags that are, and where it is what is asked. */
function isNamedBreak(text: string, tag: Tag, besideWords: boolean): boolean {
  if (tag.name !== 'br' || tag.isSlashed || tag.isValued) return false
  return besideWords || /^\s*[?？]/.test(text.slice(tag.to))
}
