// Anki's own library, in an environment of Python that is made for it.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The version that our figures are of. */
const version = '26.9.3'

/**
 * The Python that has Anki's library below this folder; installs it there the first time.
 * @param {string} folder
 */
export function pythonWithAnki(folder) {
  const venv = join(folder, `anki-${version}`)
  const python = join(venv, 'bin/python')
  if (!existsSync(join(venv, 'done'))) {
    done('python3', ['-m', 'venv', venv])
    const quiet = ['--quiet', '--disable-pip-version-check']
    done(python, ['-m', 'pip', 'install', ...quiet, `anki==${version}`])
    done(python, ['-c', `open(${JSON.stringify(join(venv, 'done'))}, 'w').close()`])
  }
  return python
}

/** @param {string} program @param {readonly string[]} args */
function done(program, args) {
  const { status, error } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error ?? status}`)
}

/**
 * Runs one of the scripts beside this file; gives what it prints as JSON.
 * @param {string} python
 * @param {string} script
 * @param {readonly string[]} args
 */
export function asked(python, script, args) {
  const { status, stdout, stderr } = spawnSync(
    python,
    [join(import.meta.dirname, script), ...args],
    { encoding: 'utf8', maxBuffer: 1 << 29, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
  )
  if (status !== 0) throw new Error(`${script}: ${stderr.slice(-2000)}`)
  return JSON.parse(stdout)
}
