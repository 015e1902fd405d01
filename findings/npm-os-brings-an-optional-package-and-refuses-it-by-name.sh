#!/usr/bin/env bash
# The guess: `npm install --os=darwin`, which npm documents as overriding the system that native packages are
# installed for, installs on Linux what a Mac would install.
# What is so: only for optional dependencies. The very package that it fetches as somebody's optional dependency
# is refused with EBADPLATFORM when it is named itself, or is a plain dependency: that check asks the machine, not
# the option. --force is needed beside it, and turns the other checks off too.
# Versions: npm 11.19.1, fsevents 2.3.3 (for macOS only), chokidar 3.6.0 (which may use it).
# Why it matters: who lays out packages for another system (an image, an installer, Wine) gets a tree that lacks
# what was asked for by name, or must force all.
set -euo pipefail
[ "$(uname -s)" != Darwin ] || { echo 'on a Mac there is nothing to see'; exit 0; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir tool optional named
(cd tool && npm init -y >/dev/null && npm install --silent --no-audit --no-fund npm@11.19.1)
npm=("$PWD/tool/node_modules/.bin/npm" install --no-audit --no-fund --os=darwin)
echo "npm $("$PWD/tool/node_modules/.bin/npm" --version) on $(uname -s), --os=darwin"
(cd optional && npm init -y >/dev/null && "${npm[@]}" --silent chokidar@3.6.0)
test -d optional/node_modules/fsevents
echo 'chokidar@3.6.0: fsevents, which it may use, is installed'
cd named
npm init -y >/dev/null
if "${npm[@]}" fsevents@2.3.3 2>err; then echo 'fsevents@2.3.3 by name: installed too; the guess holds now'; exit 1; fi
grep -o 'EBADPLATFORM' err | head -n 1 | sed 's/^/fsevents@2.3.3 by name: /'
grep -E 'Valid os|Actual os' err | sed 's/^npm error notsup /  /'
"${npm[@]}" --silent --force fsevents@2.3.3
test -d node_modules/fsevents
echo 'fsevents@2.3.3 by name, with --force: installed'
