import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'

/**
 * The text as the person's editor leaves it: `$VISUAL`, `$EDITOR`, else vi or notepad. Throws the
 * fault `editor-failed` if it cannot be started; leaving it without saving keeps the text.
 */
export async function editText(text: string): Promise<string> {
  const editor = editorOf()
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

/** Opens a file at a line in the person's editor. Throws the fault `editor-failed`. */
export async function openInEditor(path: string, line: number): Promise<void> {
  const editor = editorOf()
  try {
    await run(editor, placed(editor, path, line))
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'editor-failed', editor, reason }, { cause: error })
  }
}

// There is no common way to name a line; an editor that is not known opens the file at its top.
function placed(editor: string, path: string, line: number): readonly string[] {
  const name = basename(editor.trim().split(/\s+/)[0] ?? '').replace(/\.(?:exe|cmd)$/i, '')
  if (/^(?:vi|vim|nvim|gvim|view|nano|pico|emacs|emacsclient|micro|kak|joe|ne|mg)$/.test(name)) {
    return [`+${line}`, path]
  }
  if (/^(?:code|codium|cursor|code-insiders)$/.test(name)) return ['--goto', `${path}:${line}`]
  if (/^(?:subl|hx|helix|zed|atom)$/.test(name)) return [`${path}:${line}`]
  return [path]
}

function editorOf(): string {
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
