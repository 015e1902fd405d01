import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reasonOf, UserError } from '../errors.ts'

/**
 * The text as the person's editor leaves it: `$VISUAL`, `$EDITOR`, else vi or notepad. Throws the
 * fault `editor-failed` if it cannot be started; leaving it without saving keeps the text.
 */
export async function editText(text: string): Promise<string> {
  const editor = process.env.VISUAL || process.env.EDITOR || defaultEditor()
  let folder: string | undefined
  try {
    folder = mkdtempSync(join(tmpdir(), 'viva-'))
    const file = join(folder, 'answer.md')
    writeFileSync(file, text, { mode: 0o600 })
    await run(editor, file)
    return readFileSync(file, 'utf8').replace(/\r\n/g, '\n')
  } catch (error) {
    const reason = reasonOf(error)
    throw new UserError({ code: 'editor-failed', editor, reason }, { cause: error })
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function defaultEditor(): string {
  return process.platform === 'win32' ? 'notepad' : 'vi'
}

// `EDITOR="code --wait"` is a command line, so a shell reads it; the file comes in as an argument.
function run(editor: string, file: string): Promise<void> {
  const child =
    process.platform === 'win32'
      ? spawn(`${editor} "${file}"`, { stdio: 'inherit', shell: true })
      : spawn('sh', ['-c', `${editor} "$1"`, 'sh', file], { stdio: 'inherit' })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`exit ${code ?? 'by signal'}`))
    })
  })
}
