import { outsideCode } from './hidden.ts'
import { tagWords, titleOf } from './tag-words.ts'

const mayHold = /[{]|\]\(|\(\(|<[A-Z]|^@tab/

/** A line with tags of templates, pictures' sizes and references as Markdown, or gone. */
export function plainLine(text: string): string {
  if (!mayHold.test(text)) return text
  return outsideCode(text, (part) => withPictures(withoutTags(part)))
}

const tag = /\{%-?\s*(\w+)\b((?:(?!%\}).){0,1000}?)-?%\}/g
const shortcode = /\{\{[<%]\s*(\/?)\s*([\w-]+)((?:(?![%>]\}\}).){0,1000}?)[%>]\}\}/g
const block = /\(\([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\)\)/gi
const macro =
  /\{\{(embed|cloze|query|renderer|video|youtube|tweet|pdf|namespace)\b((?:(?!\}\}).){0,500})\}\}/gi
const single =
  / ?<(?:Badge|Icon|Image|Video|YouTube|Tweet|Chart|TOCInline|Toc|TOC|DocCardList|Br)\b(?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{}])*)?\/>/g
const paired =
  /<(Highlight|Badge|Term|Tooltip|Text|Abbr|Mark|Kbd|Link)(?:\s(?:"[^"]*"|'[^']*'|\{[^{}]*\}|[^<>"'{}])*)?>((?:(?!<\1)[^\n]){0,500}?)<\/\1>/g

function withoutTags(text: string): string {
  let bare = text
  if (bare.includes('{')) {
    bare = bare
      .replace(/\{\/\*.{0,2000}?\*\/\}/g, '')
      .replace(/\(\s*\{\{[<%]\s*(?:rel)?ref\s+"?([^">]*?)"?\s*[%>]\}\}([^()\s]*)\)/g, '($1$2)')
      .replace(
        tag,
        (whole, name: string, words: string) => ofTag(name.toLowerCase(), words) ?? whole,
      )
      .replace(shortcode, (_, end: string, name: string, words: string) =>
        end === '' ? ofShortcode(name.toLowerCase(), words) : '',
      )
      .replace(macro, (_, name: string, words: string) => ofMacro(name.toLowerCase(), words.trim()))
  }
  if (bare.includes('((')) bare = bare.replace(block, '')
  if (/<[A-Z]/.test(bare)) bare = bare.replace(single, '').replace(paired, '$2')
  return bare
}

/** What a tag of Liquid or Hexo shows; undefined if it is none that is known. */
function ofTag(name: string, text: string): string | undefined {
  const words = text.trim()
  const [first = '', ...rest] = words.split(/\s+/)
  switch (name) {
    case 'asset_img':
    case 'img':
    case 'image':
      return picture(words)
    case 'post_link':
    case 'asset_link':
      return rest.join(' ').replace(/^["']|["']$|\s+(?:true|false)$/g, '') || first
    case 'link':
    case 'linkgrid': {
      const at = words.search(/\s?https?:\/\//)
      return at < 0 ? first : words.slice(0, at).replace(/[,\s]+$/, '') || words
    }
    case 'label':
      return words.replace(/^(?:\w+\s+)?@/, '')
    case 'kbd':
    case 'mark':
    case 'u':
    case 'emp':
    case 'del':
      return words.replace(/^color:\S+\s*/, '')
    case 'btn':
    case 'button':
      return words.split(',')[1]?.trim() ?? ''
    case 'raw':
    case 'endraw':
    case 'more':
    case 'youtube':
    case 'vimeo':
    case 'gist':
    case 'iframe':
    case 'jsfiddle':
    case 'include':
    case 'include_code':
    case 'ifversion':
    case 'endifversion':
    case 'subtabs':
      return ''
    default:
      return undefined
  }
}

const fileName = /\.(?:png|jpe?g|gif|svg|webp|bmp|avif)(?:\?\S*)?$/i

/** `[classes] path [width] [height] [words]` as a picture. */
function picture(words: string): string {
  const parts = words.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  const bare = parts.map((part) => part.replace(/^["']|["']$/g, ''))
  const at = bare.findIndex((part) => fileName.test(part) || part.includes('/'))
  if (at < 0) return ''
  const said = bare.slice(at + 1).filter((part) => !/^\d+(?:px|%)?$/.test(part))
  return asPicture(bare[at] ?? '', said.join(' '))
}

function ofShortcode(name: string, text: string): string {
  const words = tagWords(text)
  const { named, quoted, bare } = words
  if (/^(?:figure|img|image|picture)$/.test(name)) {
    const src = named.get('src') ?? quoted[0] ?? bare[0] ?? ''
    return asPicture(src, named.get('alt') ?? named.get('caption') ?? named.get('title') ?? '')
  }
  if (/^(?:badge|kbd|button|mark|icon-text)$/.test(name)) return titleOf(words)
  return ''
}

/** Macros of Logseq. */
function ofMacro(name: string, words: string): string {
  return name === 'embed' || name === 'cloze'
    ? words.replace(block, '').replace(/^\[\[(.*)\]\]$/, '$1')
    : ''
}

function asPicture(src: string, alt: string): string {
  return src === '' ? alt : `![${alt.replace(/[[\]]/g, '')}](<${src.replace(/[<>]/g, '')}>)`
}

const sized = /(!\[[^\]]{0,500}\]\([^()\s]{1,2000}(?:\s+"[^"]*")?)\s+=\d*%?x?\d*%?(?=\))/g
const dressed = /(\]\([^()]{0,1000}\)|\]\[[^\]]{0,100}\])\{(?=[:.#]|\w+=)[^{}]{0,100}\}/g

/** Without the sizes and attributes of pictures and links. */
function withPictures(text: string): string {
  return text.includes('](') || text.includes('][')
    ? text.replace(sized, '$1').replace(dressed, '$1')
    : text
}
