// Runs every bench on its smallest size, so that none rots between the times somebody wants its figures:
// `npm run bench:smallest`. Fails where one of them does, or prints no figure.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const itself = 'bench-smallest.js'
const benches = readdirSync(import.meta.dirname).filter(
  (name) => /^bench.*\.js$/.test(name) && name !== itself,
)
let failed = 0
for (const name of benches) {
  const start = performance.now()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, name), '--smallest'],
    { encoding: 'utf8', timeout: 300_000 },
  )
  const figures = stdout.split('\n').filter((line) => /\d/.test(line)).length
  const isWell = status === 0 && figures > 1
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`${name.padEnd(22)} ${isWell ? `${figures} figures` : 'FAILED'}  ${seconds} s`)
  if (isWell) continue
  failed += 1
  console.log(`${stdout}${stderr}`)
}
process.exitCode = failed === 0 ? 0 : 1
