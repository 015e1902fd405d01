const quoted =
  /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/
const hash = /(?<=^|\s)#.*/
const slashes = /\/\/.*|\/\*[\s\S]*?\*\//
const dashes = /--.*/
const markup = /<!--[\s\S]*?-->/

const comments: Readonly<Record<string, RegExp>> = {
  ...{ python: hash, yaml: hash, bash: hash, sh: hash, shell: hash },
  ...{ nginx: hash, dockerfile: hash, ini: hash },
  ...{ javascript: slashes, js: slashes, jsx: slashes, typescript: slashes, ts: slashes },
  ...{ sql: dashes, vue: markup },
}

/** A piece of code without its comments and empty lines. */
export function codeOf(language: string, code: string): string {
  const comment = comments[language]
  if (comment === undefined) return code
  // what is quoted is matched first, so that no comment begins in it
  const either = new RegExp(`(${quoted.source})|${comment.source}`, 'gm')
  const bare = code.replace(either, (_, kept: string | undefined) => kept ?? '')
  return bare
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .join('\n')
}
