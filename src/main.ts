import pkg from '../package.json' with { type: 'json' }

const words = process.argv.slice(2)

// the one answer that needs no program at all
if (words.length === 1 && (words[0] === '--version' || words[0] === '-V')) {
  process.stdout.write(`${pkg.version}\n`)
} else {
  const { run } = await import('./run.ts')
  process.exitCode = await run(words, new URL('../content/', import.meta.url))
}
