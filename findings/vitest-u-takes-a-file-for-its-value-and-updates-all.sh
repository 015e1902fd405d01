#!/usr/bin/env bash
# The guess: `vitest run -u one.test.js` updates the snapshots of one.test.js, as `-u` is a switch and what follows
# names files; so it was for years, and so it is in jest.
# What is so: -u takes a value since there are kinds of updating. The file is taken for it, nothing is left that
# names a file, and every test runs and has its snapshots rewritten. There is no word about a value that is none.
# With the switch behind the file only that one is run.
# Versions: vitest 4.1.12.
# Why it matters: snapshots of tests that failed for a reason are rewritten without anybody having asked for it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"private":true,"type":"module"}' >package.json
npm install --silent --no-audit --no-fund vitest@4.1.12
write() {
  for name in one other; do
    printf "import { expect, test } from 'vitest'\ntest('%s', () => { expect('now').toMatchInlineSnapshot(\`\"before\"\`) })\n" "$name" >"$name.test.js"
  done
}
rewritten() { grep -l '"now"' ./*.test.js | tr -d './' | sed 's/testjs//' | tr '\n' ' '; }
npx vitest --version
write
npx vitest run one.test.js -u >/dev/null 2>&1
behind=$(rewritten)
echo "vitest run one.test.js -u    rewrites: $behind"
write
npx vitest run -u one.test.js >/dev/null 2>&1
before=$(rewritten)
echo "vitest run -u one.test.js    rewrites: $before"
[ "$behind" = 'one ' ] && [ "$before" = 'one other ' ] || { echo 'it is no longer so'; exit 1; }
