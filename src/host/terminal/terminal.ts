import { join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { Interrupted } from '../../errors.ts'
import type { Messages } from '../../i18n/en/en.ts'
import { readBy, type Tongue } from '../../i18n/messages.ts'
import type { Newlines } from '../../markdown/line-ends.ts'
import type { Menu } from '../../screens/menu.ts'
import type { Terminal } from '../../screens/terminal.ts'
import { guarded } from '../../text/guard.ts'
import { oneLine, safe } from '../../text/text.ts'
import { faultLines } from '../../view/fault.ts'
import { jsonText } from '../../view/json.ts'
import type { KnownDocuments, Look } from '../../view/look.ts'
import { paint } from '../../view/paint.ts'
import { randomName } from '../store/digest.ts'
import { colourLevel } from './colour.ts'
import { hangUpWith } from './hang-up.ts'
import { isTerminal } from './is-terminal.ts'
import { progressOn } from './progress.ts'
import type { ScreenRunner } from './screen-runner.ts'

export type TerminalOptions = {
  readonly tongue: Tongue
  readonly say: Messages
  /** `--color` or `--no-color`; undefined if neither was said. */
  readonly colour: boolean | undefined
  /** No redraw and no keys: everything in lines, fit for screen readers and dumb terminals. */
  readonly plain: boolean
  /** What the ends of lines in notes mean. */
  readonly newlines: Newlines
  /** The folder for texts that are open in the person's editor. */
  readonly editing: string
  readonly documents: KnownDocuments
}

const defaultColumns = 80
const defaultRows = 24
const fewestColumns = 20

/** The real terminal on this process's streams; what is no terminal is opened when it is needed. */
export async function openTerminal(options: TerminalOptions): Promise<Terminal> {
  const { stdout: output } = process
  const isTyped = isTerminal(0)
  const interactive = isTyped && output.isTTY
  hangUpWith(
    output,
    ...(isTyped ? [process.stdin] : []),
    ...(isTerminal(2) ? [process.stderr] : []),
  )
  const plain = options.plain || process.env.TERM === 'dumb'
  const colours = paint(plain ? 0 : colourLevel(options.colour, output, process.env))
  const links = !plain && output.isTTY && (await hasLinks(output))
  const unicode = hasUnicode(process.env)
  const look = (): Look => ({
    tongue: options.tongue,
    language: readBy(options.tongue),
    say: options.say,
    // a terminal that was never told its size says 0
    columns: Math.max(fewestColumns, output.columns || defaultColumns),
    rows: output.rows || defaultRows,
    paint: colours,
    links,
    unicode,
    plain,
    newlines: options.newlines,
    documents: options.documents,
  })
  const warn = warningWith(options.colour)
  const progressOf = (say: (done: number, all: number) => string) =>
    progressOn(!plain && isTerminal(2), say)
  const edit = editingWith(options, warn)
  let runner: Promise<ScreenRunner> | undefined
  const screens = () => {
    runner ??= import('./screen-runner.ts').then(({ openScreenRunner }) =>
      openScreenRunner(plain, look, edit, (error) => warn(faultLines(error.fault, look()))),
    )
    return runner
  }
  return {
    interactive,
    isTerminal: Boolean(output.isTTY),
    look,
    print: printTo(output),
    page: async (lines) => {
      const isLong = !plain && interactive && lines.length >= look().rows
      if (!isLong || !(await wasPaged(lines))) printTo(output)(lines)
    },
    warn,
    progress: progressOf(options.say.reading),
    indexing: progressOf(options.say.search.indexing),
    progressOf,
    json: (value) => void output.write(jsonText(value, output.isTTY ? 2 : 0)),
    write: (text) => void output.write(text),
    live: async (screen) => (await screens()).live(screen),
    choose: async (menu) => (plain ? (await screens()).chooseInLines(menu) : chosen(menu, look())),
    ask: async (message) => (plain ? (await screens()).askInLines(message) : entered(message)),
    edit,
    openFile: async (path, line) => (await import('./editor.ts')).openFile(path, line),
  }
}

const unheard = () => {}

function warningWith(colour: boolean | undefined): Warn {
  return (lines) => {
    if (lines.length === 0) return
    const { stderr } = process
    // a terminal that went away has ended the process by now
    if (stderr.listenerCount('error', unheard) === 0) stderr.on('error', unheard)
    // stdout may be a terminal while stderr is a file, where our own colours would be noise
    const hasColour = stderr.isTTY || colourLevel(colour, stderr, process.env) > 0
    printTo(stderr)(hasColour ? lines : lines.map(stripVTControlCharacters))
  }
}

async function hasLinks(output: NodeJS.WriteStream): Promise<boolean> {
  const { createSupportsHyperlinks } = await import('supports-hyperlinks')
  return createSupportsHyperlinks(output)
}

type Warn = (lines: readonly string[]) => void

function editingWith({ editing, say }: TerminalOptions, warn: Warn): Terminal['edit'] {
  return async (text, file) => {
    const { editText } = await import('./editor.ts')
    const path = file ?? join(editing, `text-${randomName(4)}.md`)
    return editText(text, { path, onLeft: (left) => warn([say.editorLeft(left)]) })
  }
}

function printTo(stream: NodeJS.WriteStream): Warn {
  return (lines) => void stream.write(lines.map((line) => `${guarded(line)}\n`).join(''))
}

async function wasPaged(lines: readonly string[]): Promise<boolean> {
  const { paged } = await import('./pager.ts')
  return paged(lines.map(guarded))
}

async function chosen<Value>(menu: Menu<Value>, look: Look): Promise<Value> {
  const choices = menu.choices.map(({ name }, value) => ({ name: shown(name), value }))
  const pageSize = Math.max(4, look.rows - 5)
  const theme = { style: { keysHelpTip: () => look.paint.dim(look.say.menuKeys) } }
  const index = await prompted(async (inquirer) => {
    const answers = await inquirer.prompt<{ readonly index: number }>([
      {
        type: 'select',
        name: 'index',
        message: menu.message,
        choices,
        loop: false,
        pageSize,
        theme,
      },
    ])
    return answers.index
  })
  const choice = menu.choices[index]
  if (choice === undefined) throw new Interrupted()
  return choice.value
}

async function entered(message: string): Promise<string> {
  return prompted(async (inquirer) => {
    const answers = await inquirer.prompt<{ readonly text: string }>([
      { type: 'input', name: 'text', message },
    ])
    return safe(answers.text)
  })
}

type Inquirer = typeof import('inquirer')['default']

async function prompted<Value>(ask: (inquirer: Inquirer) => Promise<Value>): Promise<Value> {
  const { default: inquirer } = await import('inquirer')
  // Node pauses stdin when the program continues after Ctrl-Z, and no prompt would ever resume it
  const onContinue = () => setImmediate(() => process.stdin.resume())
  process.on('SIGCONT', onContinue)
  try {
    return await ask(inquirer)
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') throw new Interrupted()
    throw error
  } finally {
    process.off('SIGCONT', onContinue)
  }
}

// A topic of a note may hold anything, and inquirer prints what it is given.
function shown(name: string): string {
  return oneLine(name)
}

// Without any locale a terminal of today still shows UTF-8; only a locale that says otherwise counts.
function hasUnicode(env: NodeJS.ProcessEnv): boolean {
  if (env.TERM === 'linux') return false
  const locale = env.LC_ALL || env.LC_CTYPE || env.LANG || ''
  return locale === '' || process.platform === 'win32' || /utf-?8/i.test(locale)
}
