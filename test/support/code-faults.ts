import * as vue from '@vue/compiler-sfc'
import { validate } from 'dockerfile-utils'
import type * as SqlParsers from 'dt-sql-parser'
import { buildSync, transformSync } from 'esbuild'
import { loadAll } from 'js-yaml'
import { loadPyodide } from 'pyodide'
import { parse as parseShell } from 'sh-syntax'

/** What a parser says is wrong with a piece of code; undefined if nothing is. */
export type FaultOf = (code: string) => string | undefined | Promise<string | undefined>

/** CPython's own compiler; a warning, as of `"\d"`, is a fault too. */
async function pythonCompiler(): Promise<FaultOf> {
  const python = await loadPyodide()
  return python.runPython(`
import warnings

def fault_of(code):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(code, "block", "exec")
    except SyntaxError as error:
        return f"{error.lineno}: {error.msg}"

fault_of
`)
}

let python: Promise<FaultOf> | undefined

const pythonFault: FaultOf = async (code) => {
  python ??= pythonCompiler()
  return (await python)(code)
}

/** The message of what a parser throws. */
function thrownBy(parser: (code: string) => unknown): FaultOf {
  return async (code) => {
    try {
      await parser(code)
      return undefined
    } catch (error) {
      return error instanceof Error ? error.message : String(error)
    }
  }
}

// its modules import folders, which Node does not: bundled, they do
async function sqlParsers(): Promise<Pick<typeof SqlParsers, 'MySQL' | 'PostgreSQL'>> {
  const contents = ['mysql', 'postgresql']
    .map((dialect) => `export * from 'dt-sql-parser/dist/parser/${dialect}'`)
    .join('\n')
  const { outputFiles } = buildSync({
    stdin: { contents, resolveDir: import.meta.dirname },
    ...{ bundle: true, format: 'esm', platform: 'node', write: false },
  })
  const [bundle] = outputFiles
  return import(
    `data:text/javascript;base64,${Buffer.from(bundle?.contents ?? []).toString('base64')}`
  )
}

let sql: ReturnType<typeof sqlParsers> | undefined

/** Blocks are MySQL unless their first line says `-- PostgreSQL`. */
const sqlFault: FaultOf = async (code) => {
  sql ??= sqlParsers()
  const { MySQL, PostgreSQL } = await sql
  const dialect = /^--\s*PostgreSQL\b/i.test(code) ? new PostgreSQL() : new MySQL()
  const [error] = dialect.validate(code)
  return error === undefined ? undefined : `${error.startLine}: ${error.message}`
}

const vueFault: FaultOf = (code) => {
  const { descriptor, errors } = vue.parse(code)
  if (descriptor.script !== null || descriptor.scriptSetup !== null) {
    vue.compileScript(descriptor, { id: 'block' })
  }
  const source = descriptor.template?.content ?? ''
  const { errors: inTemplate } = vue.compileTemplate({ source, filename: 'a.vue', id: 'block' })
  const [error] = [...errors, ...inTemplate]
  return error === undefined ? undefined : String(error)
}

const dockerFault: FaultOf = (code) => validate(code)[0]?.message.toString()

/** Directives of nginx end with `;`, or have a block that is closed; quotes are, too. */
const nginxFault: FaultOf = (code) => {
  const tokens = code.match(/#.*|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[{};"']|[^\s{};"'#]+/g) ?? []
  let depth = 0
  let words = 0
  for (const token of tokens.filter((one) => !one.startsWith('#'))) {
    if (/^["']$/.test(token)) return 'a quote is not closed'
    if (/^[;{]$/.test(token) && words === 0) return `nothing before ${token}`
    if (token === '}' && words > 0) return 'a directive does not end before }'
    if (token === '{') depth += 1
    if (token === '}') depth -= 1
    if (depth < 0) return 'a block is closed twice'
    words = /^[{};]$/.test(token) ? 0 : words + 1
  }
  return depth > 0 || words > 0 ? 'the end is missing' : undefined
}

/** Lines of an INI file: a section, `key=value`, a comment, nothing. */
const iniFault: FaultOf = (code) =>
  code.split('\n').find((line) => !/^(?:\[[^[\]]+\]|[\w.-]+\s*=.*|[#;].*|)$/.test(line))

const scriptFault = (loader: 'js' | 'jsx' | 'ts' | 'tsx') =>
  thrownBy((code) => transformSync(code, { loader, logLevel: 'silent' }))

const shellFault = thrownBy((code) => parseShell(code))

/** By the word after the fence. */
export const faultsIn: Readonly<Record<string, FaultOf>> = {
  python: pythonFault,
  javascript: scriptFault('js'),
  js: scriptFault('js'),
  jsx: scriptFault('jsx'),
  typescript: scriptFault('ts'),
  ts: scriptFault('ts'),
  tsx: scriptFault('tsx'),
  vue: thrownBy(async (code) => {
    const fault = await vueFault(code)
    if (fault !== undefined) throw new Error(fault)
  }),
  json: thrownBy(JSON.parse),
  yaml: thrownBy((code) => loadAll(code)),
  sql: sqlFault,
  bash: shellFault,
  shell: shellFault,
  sh: shellFault,
  dockerfile: dockerFault,
  nginx: nginxFault,
  ini: iniFault,
}

/** What may stand in a fence although nothing here can parse it. */
export const unparsed: readonly string[] = ['http', 'mermaid', 'text']
