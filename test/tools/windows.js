// viva on Windows, under Wine: a journey through every command, an interview in a console, and the unit
// tests that can run there. Needs Debian's wine and wine64, and the network for what npm installs:
// `npm run windows`, or parts of it, `npm run windows -- journey`, `npm run windows -- unit test/host`. Prints
// what passed, what did not, and what Wine itself cannot do, which bare Node shows too. VIVA_WINDOWS names a
// folder in which it all stays, so that unit tests that ran in parts are counted together. There is no
// Git for Windows in any registry: Linux's git stands for it where Debian's gcc-mingw-w64 is there to build
// `windows/git.c`, else what takes git is left out, and said to be.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cursorMoves, sitting } from './windows/console.js'
import { layOut, rows, wrongIn } from './windows/journey.js'
import { limits } from './windows/limits.js'
import { unitTests } from './windows/unit.js'
import { installViva, nodeVersion, openWindows } from './windows/wine.js'

const parts = process.argv.slice(2)
const wants = (/** @type {string} */ part) => parts.length === 0 || parts.includes(part)
const kept = process.env.VIVA_WINDOWS
const base = kept ?? mkdtempSync(join(tmpdir(), 'viva-windows-'))
let failed = 0

/** @param {string} name @param {string | undefined} wrong */
function report(name, wrong) {
  if (wrong !== undefined) failed += 1
  console.log(
    `${wrong === undefined ? 'passed' : 'FAILED'}  ${name}${wrong ? `\n        ${wrong}` : ''}`,
  )
}

try {
  const windows = openWindows(base)
  if (['journey', 'console', 'limits'].some(wants)) {
    await layOut(windows.drive)
    installViva(base, windows)
  }
  console.log(`Node ${nodeVersion} for Windows under Wine`)
  for (const row of wants('journey') ? rows : []) {
    if (row.git === true && !windows.hasGit) console.log(`left    ${row.name}: no git`)
    else report(row.name, wrongIn(row, windows))
  }
  if (wants('console')) report('an interview in a console', await sitting(windows))
  if (wants('limits')) {
    for (const line of [...limits(windows), await cursorMoves(windows)])
      console.log(`Wine    ${line}`)
  }
  if (wants('unit')) {
    const chosen = parts.filter((part) => /^(?:test\/|--)/.test(part))
    const { passed, wrong, files, failedFiles } = unitTests(windows, base, chosen)
    console.log(`unit tests: ${passed} passed, ${wrong.length} failed`)
    console.log(`files of them: ${files - failedFiles} passed, ${failedFiles} failed`)
    for (const name of wrong) console.log(`        ${name}`)
  }
} finally {
  if (kept === undefined) rmSync(base, { recursive: true, force: true })
}
process.exitCode = failed === 0 ? 0 : 1
