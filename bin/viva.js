#!/usr/bin/env node
const words = process.argv.slice(2)

// the one answer that needs no program at all
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${require('../package.json').version}\n`)
} else {
  require('../dist/main.cjs')
}
