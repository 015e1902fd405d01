#!/usr/bin/env bash
# The guess: "engines" is advice, as npm documents it ("advisory only"), unless somebody asks for engine-strict;
# and a package that says it runs on Node 20 can be installed on Node 20 by any package manager.
# What is so: yarn 1 refuses the whole install for the engines of a part of a part, of which the package that was
# asked for says nothing; npm installs it with a warning, pnpm installs it and says nothing at all. So one release
# of a small part, within the range that is asked for, shuts out a Node that the package promises to run on.
# Versions: yarn 1.22.22, npm 10.9.4, pnpm 10.20.0, Node 20.20.2, mute-stream 4.0.0 (engines: ^22.22.2 || …).
# Why it matters: a program tried with npm alone works for all who try it, and cannot be installed by yarn.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
mkdir tools asked
(cd tools && npm init -y >/dev/null && npm install --silent --no-audit --no-fund \
  node@20.20.2 npm@10.9.4 pnpm@10.20.0 yarn@1.22.22)
export PATH="$folder/tools/node_modules/node/bin:$PATH"
tools=$folder/tools/node_modules
echo '{"name":"asked","version":"1.0.0","engines":{"node":">=20"},"dependencies":{"mute-stream":"4.0.0"}}' > asked/package.json
(cd asked && node "$tools/npm/bin/npm-cli.js" pack --silent --pack-destination "$folder" >/dev/null)
echo "Node $(node --version); asked@1.0.0 runs on >=20, its part mute-stream@4.0.0 wants $(npm view mute-stream@4.0.0 engines.node 2>/dev/null)"

# tried <name> <program and words>: installs in a folder of its own
tried() {
  local name=$1 said status=0
  shift
  mkdir "$name"
  echo '{"private":true}' > "$name/package.json"
  said=$(cd "$name" && node "$@" 2>&1) || status=$?
  echo "$name: ends with $status, says $(grep -cE 'EBADENGINE|incompatible|[Uu]nsupported' <<< "$said" || true) lines of engines; the part is $(
    test -d "$name/node_modules/asked" && echo installed || echo 'not installed')"
  test "$status" -eq 0
}
tried npm "$tools/npm/bin/npm-cli.js" install --no-audit --no-fund "$folder/asked-1.0.0.tgz"
tried pnpm "$tools/pnpm/bin/pnpm.cjs" add "$folder/asked-1.0.0.tgz" --store-dir "$folder/store"
export YARN_CACHE_FOLDER=$folder/yarn-cache
if tried yarn "$tools/yarn/bin/yarn.js" add --no-lockfile "file:$folder/asked-1.0.0.tgz"; then
  echo 'yarn installs it too; the guess holds now'
  exit 1
fi
