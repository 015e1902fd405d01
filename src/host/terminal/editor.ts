import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, parse } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { makeFolder } from '../store/append.ts'
import { discard } from '../store/discard.ts'

/** The file in which a text is edited: not in a folder that anybody tidies, for it may be all there is. */
export type EditFile = {
  readonly path: string
  /** Told of what an editor that was killed left there before. */
  readonly onLeft: (path: string) => void
}

/**
 * The text as the person's editor leaves it: `$VISUAL`, `$EDITOR`, else vi or notepad. Throws the
 * fault `editor-failed` if that fails; what it had saved by then is kept, and named in the fault.
 * Leaving it without saving keeps the text.
 */
export async function editText(text: string, { path, onLeft }: EditFile): Promise<string> {
  const editor = editorOfPerson()
  const left = setAside(path)
  if (left !== undefined) onLeft(left)
  let file = path
  try {
    file = writeBefore(path, text)
    await run(editor, [file])
    const edited = readNamed(file, { most: mostOwn }).toString().replace(/\r\n/g, '\n')
    discard(file)
    return edited
  } catch (error) {
    const reason = reasonOf(error)
    const kept = hasChanged(file, text) ? (setAside(file) ?? file) : undefined
    if (kept === undefined) discard(file)
    throw new UserError({ code: 'editor-failed', editor, reason, kept }, { cause: error })
  }
}

// Where nothing can be kept, an answer can still be edited.
function writeBefore(path: string, text: string): string {
  try {
    makeFolder(dirname(path))
    writeFileSync(path, text, { mode: 0o600 })
    return path
  } catch {
    discard(path)
    const other = join(mkdtempSync(join(tmpdir(), 'viva-')), basename(path))
    writeFileSync(other, text, { mode: 0o600 })
    return other
  }
}

function hasChanged(file: string, text: string): boolean {
  try {
    return readNamed(file, { most: mostOwn }).toString() !== text
  } catch {
    return false
  }
}

/** Gives a file the next free name beside it, which nothing of ours ever takes away. */
function setAside(path: string): string | undefined {
  if (!existsSync(path)) return undefined
  const { dir, name, ext } = parse(path)
  for (let n = 1; ; n += 1) {
    const aside = join(dir, `${name}.left-${n}${ext}`)
    if (existsSync(aside)) continue
    try {
      renameSync(path, aside)
      return aside
    } catch {
      return undefined
    }
  }
}

/**
 * Opens a file of the person's at a line in their editor, and returns when it is closed. Throws the
 * fault `editor-failed`.
 */
export async function openFile(path: string, line: number): Promise<void> {
  const editor = editorOfPerson()
  try {
    // of a name that is no UTF-8 an editor would begin a file with another name
    statSync(path)
    await run(editor, lineArguments(editor, path, line))
  } catch (error) {
    const reason = reasonOf(error)
    const fault = { code: 'editor-failed', editor, reason, kept: undefined } as const
    throw new UserError(fault, { cause: error })
  }
}

/** How editors are told a line; one that nobody knows gets the file alone. */
export function lineArguments(editor: string, path: string, line: number): readonly string[] {
  const program = /(?:^|[\\/])([^\\/\s"']+?)(?:\.exe)?["']?(?:\s|$)/i.exec(editor.trim())?.[1] ?? ''
  if (
    /^(?:n?vim?|vim\.\w+|nano|pico|emacs(?:client)?|micro|kak|joe|jed|ne|mg|gedit)$/.test(program)
  ) {
    return [`+${line}`, path]
  }
  if (/^(?:code|codium|cursor|windsurf)(?:-insiders)?$/.test(program)) {
    return ['--goto', `${path}:${line}`]
  }
  return /^(?:subl|zed|hx|helix|atom|mate)$/.test(program) ? [`${path}:${line}`] : [path]
}

function editorOfPerson(): string {
  return process.env.VISUAL || process.env.EDITOR || defaultEditor()
}

function defaultEditor(): string {
  return process.platform === 'win32' ? 'notepad' : 'vi'
}

// `EDITOR="code --wait"` is a command line, so a shell reads it; the file comes in as an argument.
function run(editor: string, words: readonly string[]): Promise<void> {
  const quoted = words.map((word) => `"${word}"`).join(' ')
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} ${quoted}`, { stdio: 'inherit', shell: true })
      : spawn('sh', ['-c', `${editor} "$@"`, 'sh', ...words], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`exit ${code ?? 'by signal'}`))
    })
  })
}
