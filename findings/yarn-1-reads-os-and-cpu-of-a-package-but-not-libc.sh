#!/usr/bin/env bash
# The guess: of native packages that name their system in os, cpu and libc, each package manager installs the one
# that fits, so that naming them all as optional dependencies costs nobody more than one.
# What is so: yarn 1 reads os and cpu alone. On Linux it installs those for glibc and those for musl, side by side,
# and a program that takes whichever it finds first may load the wrong one.
# Versions: yarn 1.22.22, npm 10.9.4, pnpm 10.20.0; @rollup/rollup-linux-x64-{gnu,musl} and -darwin-x64 4.67.4.
# Why it matters: twice the size for who uses yarn 1, and `require` in a try is no way to tell which libc is there.
set -euo pipefail
[ "$(uname -sm)" = 'Linux x86_64' ] || { echo 'only on Linux for x64 is there something to see'; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir tools
(cd tools && npm init -y >/dev/null && npm install --silent --no-audit --no-fund npm@10.9.4 pnpm@10.20.0 yarn@1.22.22)
tools=$folder/tools/node_modules

# tried <name> <program and words>: how many of three builds come
tried() {
  local name=$1
  shift
  mkdir "$name"
  cat > "$name/package.json" <<'JSON'
{ "private": true, "optionalDependencies": {
  "@rollup/rollup-linux-x64-gnu": "4.67.4",
  "@rollup/rollup-linux-x64-musl": "4.67.4",
  "@rollup/rollup-darwin-x64": "4.67.4" } }
JSON
  (cd "$name" && node "$@" >/dev/null 2>&1)
  echo "$name: $(ls "$name/node_modules/@rollup" | tr '\n' ' ')"
}
tried npm "$tools/npm/bin/npm-cli.js" install --no-audit --no-fund
tried pnpm "$tools/pnpm/bin/pnpm.cjs" install --store-dir "$folder/store"
export YARN_CACHE_FOLDER=$folder/yarn-cache
tried yarn "$tools/yarn/bin/yarn.js" install --no-lockfile
[ "$(ls npm/node_modules/@rollup | wc -l)" = 1 ]
[ "$(ls yarn/node_modules/@rollup | wc -l)" = 2 ] || { echo 'yarn installs one, too; the guess holds now'; exit 1; }
