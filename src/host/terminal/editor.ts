import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reasonOf, UserError } from '../../errors.ts'

/**
 * The text as the person's editor leaves it: `$VISUAL`, `$EDITOR`, else vi or notepad. Throws the
 * fault `editor-failed` if it cannot be started; leaving it without saving keeps the text.
 */
export async function editText(text: string): Promise<string> {
  const editor = editorOfPerson()
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(tmpdir(), 'viva-'))
    const file = join(folder, 'answer.md')
    writeFileSync(file, text, { mode: 0o600 })
    await run(editor, [file])
    return readFileSync(file, 'utf8').replace(/\r\n/g, '\n')
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'editor-failed', editor, reason }, { cause: error })
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Opens a file of the person's at a line in their editor, and returns when it is closed. Throws the
 * fault `editor-failed`.
 */
export async function openFile(path: string, line: number): Promise<void> {
  const editor = editorOfPerson()
  try {
    await run(editor, lineArguments(editor, path, line))
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'editor-failed', editor, reason }, { cause: error })
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
