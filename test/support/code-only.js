const quoted =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/
const hash = /(?<=^|\s)#.*/
const slashes = /\/\/.*|\/\*[\s\S]*?\*\//
const dashes = /--.*/
const markup = /<!--[\s\S]*?-->/

/** @type {Readonly<Record<string, RegExp>>} */
const comments = {
  ...{ python: hash, yaml: hash, bash: hash, sh: hash, shell: hash },
  ...{ nginx: hash, dockerfile: hash, ini: hash },
  ...{ javascript: slashes, js: slashes, jsx: slashes, typescript: slashes, ts: slashes },
  ...{ sql: dashes, vue: markup },
}

/**
 * A line of a piece of code: the code in it, empty if there is none, and the comment that ends it.
 * @typedef {{ code: string, remark: string | undefined }} CodeLine
 */

/**
 * A piece of code without its comments and empty lines.
 * @param {string} language
 * @param {string} code
 * @returns {string}
 */
export function codeOf(language, code) {
  return comments[language] === undefined
    ? code
    : linesOf(language, code)
        .map((line) => line.code)
        .filter((line) => line !== '')
        .join('\n')
}

/**
 * Each line of a piece of code, its comment apart.
 * @param {string} language
 * @param {string} code
 * @returns {readonly CodeLine[]}
 */
export function linesOf(language, code) {
  const comment = comments[language]
  if (comment === undefined)
    return code.split('\n').map((line) => ({ code: line, remark: undefined }))
  // what is quoted is matched first, so that no comment begins in it
  const either = new RegExp(`(${quoted.source})|${comment.source}`, 'gm')
  /** @type {Map<number, string>} */
  const remarks = new Map()
  const bare = code.replace(
    either,
    (found, /** @type {string | undefined} */ kept, /** @type {number} */ at) => {
      if (kept !== undefined) return kept
      remarks.set(code.slice(0, at).split('\n').length - 1, found)
      return found.replace(/[^\n]/g, '')
    },
  )
  return bare.split('\n').map((line, i) => ({ code: line.trimEnd(), remark: remarks.get(i) }))
}
