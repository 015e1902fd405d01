// What git.c asks for, done by the git of this machine, for paths of the drive.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [, , drive = '', place = ''] = process.argv
/** @param {string} path */
const outside = (path) => drive + path.slice(2).replaceAll('\\', '/')
/** @param {string} text */
const meant = (text) =>
  text
    .replace(/file:\/\/\/C:/g, pathToFileURL(drive).href)
    .replace(/(?<![A-Za-z])C:[\\/][^\n]*/g, outside)

const base = outside(place)
const job = readFileSync(`${base}.job`, 'utf8').split('\0')
const [cwd = '', count = '', ...rest] = job
const end = Number(count)
const given = Object.fromEntries(
  rest.slice(end).flatMap((one) => {
    const at = one.indexOf('=', 1)
    return /^(?:GIT_|LC_|LANG|HOME)/.test(one) ? [[one.slice(0, at), one.slice(at + 1)]] : []
  }),
)
const env = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, meant(value)]))
// addresses that stand in settings are of the drive, too
const addresses = {
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: `url.${pathToFileURL(drive).href}/.insteadOf`,
  GIT_CONFIG_VALUE_0: 'file:///C:/',
  GIT_CONFIG_KEY_1: `url.${drive}/.insteadOf`,
  GIT_CONFIG_VALUE_1: 'C:/',
}
const { status, stdout, stderr, error } = spawnSync('/usr/bin/git', rest.slice(0, end).map(meant), {
  cwd: outside(cwd),
  env: { PATH: '/usr/bin:/bin', ...env, ...addresses },
  input: existsSync(`${base}.in`) ? readFileSync(`${base}.in`) : '',
  maxBuffer: 400 << 20,
})
writeFileSync(`${base}.out`, stdout ?? '')
writeFileSync(`${base}.err`, stderr ?? String(error))
writeFileSync(`${base}.end`, String(status ?? 127))
renameSync(`${base}.end`, `${base}.done`)
