#!/usr/bin/env node
const words = process.argv.slice(2)

// the one answer that needs no program at all
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.on('error', ({ code }) => {
    if (code === 'EPIPE') return
    process.stderr.write(`viva: stdout: ${code}\n`)
    process.exitCode = 1
  })
  process.stdout.write(`${require('../package.json').version}\n`)
} else {
  require('../dist/main.cjs')
}
