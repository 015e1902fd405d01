/**
 * Text as it is compared: letters and digits alone, each with its line and its place in that line.
 * @typedef {{ text: string, marks: readonly Mark[] }} Folded
 * @typedef {{ line: number, column: number, kind: 'prose' | 'code' | 'question' }} Mark
 * @typedef {{ text: string, line: number }} CodeLine
 * @typedef {{ name: string, lines: readonly string[], prose: Folded, code: readonly CodeLine[] }} Page
 * @typedef {{ ours: string, theirs: string, text: string }} Taken
 */

/** So many characters in a row are a sentence of somebody else. */
const mostProse = 30
/** So many lines of code. */
const mostCode = 3
/** Runs are found by so many letters, marks and spaces left out. */
const seed = 16

const isName = /^[^\s\p{Script=Han}]+$/u
const shells = /^(?:bash|sh|shell|console|zsh)$/

/**
 * A page of ours: prose is what stands outside of fences, headings and HTML comments, and what the
 * comments of its code say.
 * @param {string} name
 * @param {string} text
 * @returns {Page}
 */
export function ourPage(name, text) {
  const lines = text.split('\n')
  const prose = folder()
  /** @type {CodeLine[]} */
  const code = []
  /** @type {string | undefined} */
  let fence
  for (const [i, line] of lines.entries()) {
    const [, opened] = /^\s*(?:```+|~~~+)\s*(\w*)/.exec(line) ?? []
    if (opened !== undefined) fence = fence === undefined ? opened : undefined
    else if (fence === undefined) {
      if (/^\s*(?:#{1,6}\s|<!--)/.test(line)) prose.stop()
      else prose.add(line, i + 1, false)
      continue
    } else if (!shells.test(fence)) {
      code.push(...codeLine(line, i + 1))
      // only lines of nothing but comment go on from one to the next
      if (!/^\s*(?:#|\/\/|--|\/?\*)/.test(line)) prose.stop()
      prose.add(commentOf(line), i + 1, false, line.length - commentOf(line).length)
      continue
    }
    prose.stop()
  }
  return { name, lines, prose: prose.folded(), code }
}

/**
 * A page of theirs: any line may be prose or code, for notes do not always fence theirs.
 * @param {string} name
 * @param {string} text
 * @returns {Page}
 */
export function theirPage(name, text) {
  const lines = text.split('\n')
  const prose = folder()
  for (const [i, line] of lines.entries()) {
    prose.add(line, i + 1, /^\s*#{1,6}\s|[?？][\s*）)]*$/.test(line))
  }
  const code = lines.flatMap((line, i) => codeLine(line, i + 1))
  return { name, lines, prose: prose.folded(), code }
}

/**
 * What a page of ours took over from theirs.
 * @param {Page} ours
 * @param {readonly Page[]} theirs
 * @returns {readonly Taken[]}
 */
export function takenOver(ours, theirs) {
  return theirs.flatMap((page) => [...proseTaken(ours, page), ...codeTaken(ours, page)])
}

/**
 * @param {Page} ours
 * @param {Page} theirs
 * @returns {readonly Taken[]}
 */
function proseTaken(ours, theirs) {
  const places = gramsOf(theirs.prose.text)
  /** @type {Taken[]} */
  const taken = []
  const { text, marks } = ours.prose
  for (let at = 0; at + seed <= text.length; at += 1) {
    const found = longest(ours.prose, theirs.prose, at, places.get(text.slice(at, at + seed)) ?? [])
    if (found === undefined) continue
    const said = written(ours, marks[at], marks[found.end - 1])
    if (said.length >= mostProse && !isName.test(said) && !isExcepted(ours, theirs, at, found)) {
      const from = theirs.prose.marks[found.from]?.line
      taken.push({
        ours: `${ours.name}:${marks[at]?.line}`,
        theirs: `${theirs.name}:${from}`,
        text: said,
      })
    }
    at = found.end - 1
  }
  return taken
}

/**
 * @param {string} text
 * @returns {ReadonlyMap<string, number[]>}
 */
function gramsOf(text) {
  /** @type {Map<string, number[]>} */
  const places = new Map()
  for (let at = 0; at + seed <= text.length; at += 1) {
    const gram = text.slice(at, at + seed)
    const known = places.get(gram)
    if (known === undefined) places.set(gram, [at])
    else known.push(at)
  }
  return places
}

/**
 * The longest run of ours from `at` that begins at one of the places of theirs.
 * @param {Folded} ours
 * @param {Folded} theirs
 * @param {number} at
 * @param {readonly number[]} places
 */
function longest(ours, theirs, at, places) {
  let best
  for (const from of places) {
    let length = seed
    while (at + length < ours.text.length && ours.text[at + length] === theirs.text[from + length])
      length += 1
    if (best === undefined || at + length > best.end) best = { from, end: at + length }
  }
  return best
}

/**
 * What stands between two letters of a page, without the marks of Markdown.
 * @param {Page} page
 * @param {Mark | undefined} first
 * @param {Mark | undefined} last
 */
function written({ lines }, first, last) {
  if (first === undefined || last === undefined) return ''
  const between = lines.slice(first.line - 1, last.line)
  const cut = between.map((line, i) =>
    line.slice(
      i === 0 ? first.column : 0,
      i === between.length - 1 ? last.column + 1 : line.length,
    ),
  )
  return cut
    .join(' ')
    .replace(/[\s|*`>-]+/g, ' ')
    .trim()
}

/**
 * Questions of theirs may be asked again, and a command or a name in `code` is nobody's sentence.
 * @param {Page} ours
 * @param {Page} theirs
 * @param {number} at
 * @param {{ from: number, end: number }} found
 */
function isExcepted(ours, theirs, at, { from, end }) {
  const mine = ours.prose.marks.slice(at, end)
  const yours = theirs.prose.marks.slice(from, from + end - at)
  return mine.every(({ kind }) => kind === 'code') || yours.every(({ kind }) => kind === 'question')
}

/**
 * @param {Page} ours
 * @param {Page} theirs
 * @returns {readonly Taken[]}
 */
function codeTaken(ours, theirs) {
  const places = new Map(threes(theirs.code).map(({ text, line }) => [text, line]))
  return threes(ours.code).flatMap(({ text, line }) => {
    const from = places.get(text)
    if (from === undefined) return []
    return [{ ours: `${ours.name}:${line}`, theirs: `${theirs.name}:${from}`, text }]
  })
}

/** @param {readonly CodeLine[]} code */
function threes(code) {
  return code.slice(mostCode - 1).map((_, i) => {
    const lines = code.slice(i, i + mostCode)
    return { text: lines.map(({ text }) => text).join('\n'), line: lines[0]?.line ?? 0 }
  })
}

/**
 * A line of code as it is compared; none if it is empty, a bracket, an import or a command.
 * @param {string} line
 * @param {number} number
 * @returns {readonly CodeLine[]}
 */
function codeLine(line, number) {
  const comment = commentOf(line)
  const bare = comment === '' ? line : line.slice(0, line.length - comment.length)
  const text = bare
    .replace(/(?:#|\/\/|--|\/\*)\s*$/, '')
    .replace(/['`]/g, '"')
    .replace(/\s+/g, '')
    .replace(/[;,]$/, '')
  const counts =
    /\w/.test(text) && !/^\s*(?:import|from)\b|\brequire\(|^\s*(?:[$>]|sudo) /.test(line)
  return counts ? [{ text, line: number }] : []
}

/** @param {string} line */
function commentOf(line) {
  return /(?:^|\s)(?:#|\/\/|--|\/\*)\s?(.*)$/.exec(line)?.[1] ?? ''
}

/** Takes lines and makes one text of them; a stop is where nothing may run on. */
function folder() {
  let text = ''
  /** @type {Mark[]} */
  const marks = []
  /** @param {string} sign @param {Mark} mark */
  const put = (sign, mark) => {
    text += sign
    marks.push(mark)
  }
  return {
    /** @param {string} line @param {number} number @param {boolean} asks @param {number} from */
    add(line, number, asks, from = 0) {
      let inCode = false
      for (let i = 0; i < line.length; i += 1) {
        const sign = line[i] ?? ''
        if (sign === '`') inCode = !inCode
        const kind = asks ? 'question' : inCode ? 'code' : 'prose'
        for (const one of sign.normalize('NFKC').toLowerCase()) {
          if (/[\p{L}\p{N}]/u.test(one)) put(one, { line: number, column: from + i, kind })
        }
      }
    },
    stop() {
      put('\u0000', { line: 0, column: 0, kind: 'prose' })
    },
    /** @returns {Folded} */
    folded: () => ({ text, marks }),
  }
}
