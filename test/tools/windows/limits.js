// What Wine cannot do, whatever runs in it: each is tried with Node alone, so that nobody looks for it in viva.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

/** What is tried; Windows lets each end without an error, but where `says` has what it would say. */
const trials = [
  {
    what: 'loads add-ons that Rust built, as those that fit parameters and set type',
    try: "process.dlopen({ exports: {} }, 'C:\\\\app\\\\node_modules\\\\@open-spaced-repetition\\\\binding-win32-x64-msvc\\\\fsrs-binding.win32-x64-msvc.node')",
    why: 'bcryptprimitives.dll came with a later Wine',
  },
  {
    what: 'gives Node what comes through a pipe',
    try: 'process.stdin',
    input: true,
    why: 'its kind of pipe is none that Node opens',
  },
  {
    what: 'tells where a path of more than 260 leads',
    try: "const path = 'C:/long' + ('/' + 'y'.repeat(40)).repeat(9); fs.mkdirSync(path, { recursive: true }); fs.realpathSync.native(path)",
    why: 'GetFinalPathNameByHandle; all else can be done with such paths',
  },
  {
    what: 'keeps con.md from being a file',
    try: "fs.writeFileSync('C:/names/con.md', ''); if (fs.readdirSync('C:/names').includes('con.md')) throw Error('it is one')",
    why: 'device names with an ending are files in it, as in the newest Windows',
  },
  {
    what: 'takes a : in a name for a stream of another file',
    try: "fs.writeFileSync('C:/names/a:b', ''); if (!fs.readdirSync('C:/names').includes('a')) throw Error('no stream')",
    why: 'files have no streams in it',
  },
  {
    what: 'makes links, which many tests lay out',
    try: "fs.symlinkSync('C:/names/held', 'C:/names/link'); fs.lstatSync('C:/names/link')",
    why: 'CreateSymbolicLink says that it did, and did nothing',
  },
  {
    what: 'lets no file be replaced that a program reads',
    try: "require('child_process').spawn('cmd', ['/c', 'ping -n 4 127.0.0.1 < C:\\\\names\\\\held']); fs.writeFileSync('C:/names/next', ''); Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1500); let done = true; try { fs.renameSync('C:/names/next', 'C:/names/held') } catch { done = false } if (done) throw Error('replaced')",
    why: 'programs of cmd share what they read',
  },
]

/** @param {import('./wine.js').Windows} windows @returns {readonly string[]} */
export function limits({ drive, node }) {
  mkdirSync(join(drive, 'names'), { recursive: true })
  return trials.map(({ what, try: code, why, input }) => {
    const tried = `try { ${code}; console.log('yes') } catch (error) { console.log('no: ' + error.message) }`
    const script = `const fs = require('fs'); fs.writeFileSync('C:/names/held', ''); ${tried}`
    const { stdout } = node(['-e', script], input === true ? { piped: true } : {})
    const said = stdout.trim().split('\n')[0]?.slice(0, 120)
    return said === 'yes' ? `${what}: yes` : `${what}: ${said} (${why})`
  })
}
