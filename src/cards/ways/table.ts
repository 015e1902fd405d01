import { plain, withoutOrnament } from '../blocks/inline.ts'
import { weightOf } from '../choice/wording.ts'

type Row = {
  readonly line: number
  readonly question: string
  readonly beside: readonly string[]
}

/** The rows of a table one of whose columns holds questions; none if no column does. */
export function rowsOf(lines: readonly string[], from: number, to: number): readonly Row[] {
  const head = cellsOf(lines[from] ?? '')
  const body = lines.slice(from + 2, to + 1).map(cellsOf)
  const column = questionColumn(head, body)
  if (column === undefined) return []
  const areGraded = isGraded(head)
  return body.flatMap((cells, index) => {
    const question = cells[column] ?? ''
    if (question.trim() === '') return []
    // among problems a name with nothing beside it is that of a part
    if (areGraded && cells.every((cell, at) => at === column || cell === '')) return []
    const beside = cells.filter((cell, at) => at > column && !isFact(cell, plain(head[at] ?? '')))
    return [{ line: from + 2 + index, question, beside }]
  })
}

/** What is known about a question, and answers it under no header: a count, a link, how hard it is. */
function isFact(cell: string, title: string): boolean {
  if (/^(?:难度|level|difficulty|频率|链接|link)$/i.test(title)) return true
  const text = plain(cell)
  if (cell !== '' && (text === '' || isBareLink(cell))) return !cell.includes('![')
  return /^[\s\d.,:/%+×x*~≈<>()（）年月日次-]*$/.test(text) ? isNoAnswer(title) : isGrade(text)
}

/** A number is an answer where the header says so. */
function isNoAnswer(title: string): boolean {
  return !/^(?:答案?|解答|结果|输出|answers?|results?|output|values?)$/i.test(title)
}

const grade =
  /^(?:easy|medium|mid|hard|beginner|intermediate|advanced|expert|basic|junior|senior|high|low|简单|容易|中等?|困难|难|易|初级|中级|高级|基础|进阶|高|低)$/i

/** How hard or how frequent it is, in words or in stars. */
function isGrade(text: string): boolean {
  return grade.test(text) || /^[\p{S}\p{P}\p{M}\s\u200d]+$/u.test(text)
}

/** Links, and nothing said beside them but marks. */
function isBareLink(cell: string): boolean {
  const rest = cell
    .slice(0, 4000)
    .replace(
      /\[(?:[^[\]]|\[[^[\]]{0,200}\]){0,400}\]\([^()\s]*(?:\([^()]*\)[^()\s]*)*[^()]{0,200}\)/g,
      '',
    )
    .replace(/<?https?:\/\/[^\s<>]+>?/g, '')
  return rest.length < cell.length && !/[\p{L}\p{N}]/u.test(rest)
}

/** Cells between bars; a bar behind a backslash or in a code span is text. */
function cellsOf(line: string): readonly string[] {
  const cells: string[] = []
  let cell = ''
  let code = false
  for (const char of line.trim().replace(/^\|/, '')) {
    if (char === '`') code = !code
    if (char === '|' && !code && !cell.endsWith('\\')) {
      cells.push(cell.trim())
      cell = ''
    } else cell += char
  }
  if (cell.trim() !== '') cells.push(cell.trim())
  return cells
}

function questionColumn(
  head: readonly string[],
  body: readonly (readonly string[])[],
): number | undefined {
  let best: number | undefined
  let most = 0
  for (let column = 0; column < Math.min(head.length, 8); column++) {
    const share = questionShare(
      body.map((cells) => cells[column] ?? ''),
      plain(head[column] ?? ''),
      isGraded(head),
    )
    if (share > most) {
      most = share
      best = column
    }
  }
  return most >= 0.5 ? best : undefined
}

const questionTitle =
  /^(?:问题|题目(?:名称?|标题)?|题名|面试题|questions?|q|prompts?|problems?(?: names?| titles?)?)$/i

/** Whether a table says how hard each of its rows is: these are problems, whatever they are called. */
function isGraded(head: readonly string[]): boolean {
  return head.some((cell) => /^(?:难度(?:等级|系数)?|difficulty)$/i.test(plain(cell)))
}

const problemTitle = /^(?:标题|名称|题|titles?|names?)$/i

function questionShare(cells: readonly string[], title: string, areGraded: boolean): number {
  const filled = cells.filter((cell) => cell !== '')
  if (filled.length === 0 || filled.some((cell) => /\]\(\s*#/.test(cell))) return 0
  const sum = filled.reduce((total, cell) => total + weightOf(withoutOrnament(plain(cell))), 0)
  const isNamed = questionTitle.test(title) || (areGraded && problemTitle.test(title))
  const named = isNamed ? 0.4 : 0
  return sum / filled.length + named
}
