import type { NoteBlock } from '../blocks/block.ts'
import { rowsFrom, rowsTo } from '../blocks/html.ts'
import { plain } from '../blocks/inline.ts'
import { dedent, firstInk, indentOf, isBlank } from '../blocks/lines.ts'
import { machineEnd } from '../blocks/machine-lines.ts'
import { isThin } from '../choice/evidence.ts'
import { isOrder } from '../choice/scopes.ts'
import { isBackLink } from './cut.ts'
import { isMark } from './marks.ts'

/** The blocks as Markdown of their own: dedented, without marks, wrappers and debris. */
export function markdownOf(
  blocks: readonly NoteBlock[],
  lines: readonly string[],
  without: ReadonlySet<number>,
): string | undefined {
  const shown = withoutThinEnds(unwrapped(blocks)).filter(
    (block) =>
      !(block.kind === 'comment' && (isMark(block.text) || isOrder(block.text))) &&
      block.kind !== 'property' &&
      !isBackLink(block),
  )
  const first = shown[0]
  const last = shown.at(-1)
  if (first === undefined || last === undefined || shown.every(isBare)) return undefined
  const dropped = new Set(without)
  const kept = new Set<number>()
  for (const block of shown) for (let line = block.line; line <= block.end; line++) kept.add(line)
  for (const block of blocks) {
    for (let line = block.line; line <= block.end; line++) if (!kept.has(line)) dropped.add(line)
  }
  const texts: string[] = []
  for (let line = first.line; line <= last.end; line++) {
    const machine = kept.has(line) ? undefined : machineEnd(lines, line)
    if (machine !== undefined) line = machine
    else if (!dropped.has(line)) texts.push(lines[line] ?? '')
  }
  return tidy(texts)
}

function isBare(block: NoteBlock): boolean {
  return isThin(block) || block.kind === 'details-close'
}

/** Without tags and rules at both ends; what folds is kept, and so are the ends of lists and tables. */
function withoutThinEnds(blocks: readonly NoteBlock[]): readonly NoteBlock[] {
  const isEmpty = (block: NoteBlock) => isThin(block) && block.kind !== 'details-open'
  const first = blocks.findIndex((block) => !isEmpty(block))
  const last = blocks.findLastIndex((block) => !isEmpty(block))
  return first < 0 ? [] : blocks.slice(rowsFrom(blocks, first), rowsTo(blocks, last) + 1)
}

/** Without the `<details>` around the whole of it. */
function unwrapped(blocks: readonly NoteBlock[]): readonly NoteBlock[] {
  const isInner = (block: NoteBlock) =>
    !isThin(block) || block.kind === 'details-open' || block.kind === 'comment'
  const open = blocks.find(isInner)
  if (open?.kind === 'details-close') return unwrapped(blocks.slice(blocks.indexOf(open) + 1))
  if (open?.kind !== 'details-open') {
    if (blocks.at(-1)?.kind !== 'details-close') return blocks
    const opens = blocks.filter((block) => block.kind === 'details-open').length
    const closes = blocks.filter((block) => block.kind === 'details-close').length
    return closes > opens ? blocks.slice(0, -1) : blocks
  }
  const inner = blocks.filter(isInner)
  // the name of a container says something; a fold says nothing but that it folds
  if (open.text !== '') return blocks
  let depth = 0
  for (const [at, block] of inner.entries()) {
    if (block.kind === 'details-open') depth++
    if (block.kind === 'details-close') depth--
    if (depth === 0 && at < inner.length - 1) return blocks
  }
  const rest = blocks.slice(blocks.indexOf(open) + 1)
  const summary = rest.find(({ kind }) => kind === 'summary')
  if (summary !== undefined && !foldLabel.test(plain(summary.text))) return blocks
  return rest.filter(
    (block, at) => !(block.kind === 'details-close' && at === rest.length - 1) && block !== summary,
  )
}

/** What says no more than that an answer is folded away; any other words are a part of it. */
const foldLabel =
  /^[^\p{L}\p{N}]*(?:$|(?:(?:click|expand|for|here|hide|model|open|reveal|sample|see|show|the|to|toggle|view|your)\s+)*(?:answers?|code|details?|explanations?|here|hints?|me|more|responses?|solutions?)\b.{0,12}$|.{0,6}(?:答案|解析|解答|回答|详情|展开|点击|点我|查看|更多|提示|思路|代码)[^，。]{0,6}$)/iu

const debris = /^(?:复制(?:代码)?|copy(?: code)?|运行代码?)$/i
const languageName =
  /^(?:python|py|java|javascript|js|jsx|typescript|ts|tsx|html|css|scss|less|bash|shell|sh|sql|go|golang|rust|c|cpp|c\+\+|c#|csharp|php|ruby|kotlin|swift|json|yaml|xml|ini|nginx|dockerfile|vue|text|plaintext|markdown|makefile|lua|r|scala|dart)$/i

/** Dedented, without the lines that copying a web page leaves behind. */
function tidy(texts: readonly string[]): string | undefined {
  const margin = indentOf(texts.find((text) => !isBlank(text)) ?? '')
  const out: string[] = []
  let open: string | undefined
  for (const text of texts) {
    const line = dedent(text, margin)
    const ink = line.slice(firstInk(line)).trim()
    const mark = /^(?:`{3,}|~{3,})/.exec(ink)?.[0]
    if (open !== undefined) {
      if (mark?.startsWith(open) && mark.length === ink.length) open = undefined
    } else if (debris.test(ink)) continue
    else if (mark !== undefined) {
      open = mark
      const name = takeLanguage(out)
      out.push(name !== undefined && mark.length === ink.length ? line.trimEnd() + name : line)
      continue
    }
    out.push(line)
  }
  const text = out
    .join('\n')
    .replace(/^\s*\n/, '')
    .trimEnd()
  return text === '' ? undefined : text
}

/** Takes a lone name of a language off the end. */
function takeLanguage(out: string[]): string | undefined {
  const at = out.findLastIndex((line) => !isBlank(line))
  const name = out[at]?.trim() ?? ''
  if (!languageName.test(name) || (at > 0 && !isBlank(out[at - 1]))) return undefined
  out.splice(at)
  return name.toLowerCase()
}
