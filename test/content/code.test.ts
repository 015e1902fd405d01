import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsIn, unparsed } from '../support/code-faults.ts'
import { type Block, blocksOf } from '../tools/bank-run/blocks.js'

const content = join(import.meta.dirname, '../../content')

/** What both languages show alike but for comments is one block, and parsed once. */
const blocks = blocksOf(content)

const pages = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?:zh|en)[\\/].+\.md$/.test(name))
  .map((name) => readFileSync(join(content, name), 'utf8'))

async function faultOf({ language, code, places }: Block): Promise<readonly string[]> {
  const fault = await faultsIn[language]?.(code)
  return fault === undefined ? [] : [`${placeOf(places[0])} ${fault}`]
}

function placeOf(shown: Block['places'][number] | undefined): string {
  return `${shown?.file}:${shown?.line}`
}

/** One block of each language that nobody could run. */
const broken: Readonly<Record<string, readonly string[]>> = {
  python: [
    'def total(items:\n    return 1',
    'if ok:\n    a = 1\n      b = 2',
    'print "早"',
    '"\\d"',
  ],
  javascript: ['const a = ;', 'function f( {', 'let 总数 = 1; let 总数 = 2'],
  js: ['await = = 1'],
  jsx: ['const a = <b><c></b>'],
  typescript: ['let a: = 1'],
  ts: ['type A = {'],
  tsx: ['const a: JSX = <b>'],
  vue: [
    '<template><p>{{ 1 + }}</p></template>',
    '<script setup>\nconst a = \n</script>',
    '<template><p></template>',
  ],
  json: ["{'a': 1}", '{"a": 1,}', '{"状态": }'],
  yaml: ['a: 1\n b: 2', 'a: [1, 2', 'a: 1\na: 2'],
  sql: [
    'SELEC id FROM orders;',
    'SELECT id FROM WHERE id = 1;',
    'CREATE TABLE a (id INT',
    '-- PostgreSQL\nCREATE INDEX CONCURRENTLY ON;',
  ],
  bash: ['if true; then echo 1', 'echo "没有结尾', 'ls |'],
  shell: ['for i in 1 2; echo $i; done'],
  sh: ['cat <<END\nx'],
  dockerfile: ['FROM python:3.14\nRUNN pip install .', 'COPY a'],
  nginx: [
    'server {\n  listen 80;',
    'location / {\n  proxy_pass http://app\n}',
    'add_header A "b;',
    '}',
  ],
  ini: ['[Unit\nDescription=x', '[Unit]\nDescription'],
}

test('every fence says its language, and one that is known', () => {
  const known = [...Object.keys(faultsIn), ...unparsed]
  const strange = blocks.filter(({ language }) => !known.includes(language))
  expect(strange.map(({ language, places }) => `${placeOf(places[0])} ${language}`)).toEqual([])
})

test('every fence is one that is parsed, whatever it is written with and stands in', () => {
  const fences = pages.flatMap((page) => page.match(/^.*(?:```|~~~).*$/gm) ?? [])
  const shown = blocks.flatMap(({ places }) => places)
  expect(fences).toHaveLength(2 * shown.length)
})

test('there is a broken block for each parser', () => {
  expect(Object.keys(broken)).toEqual(Object.keys(faultsIn))
})

// CPython takes some seconds to load
describe.each(Object.keys(faultsIn))('%s', { timeout: 60_000 }, (language) => {
  test('is parsed without a fault', async () => {
    const mine = blocks.filter((block) => block.language === language)
    expect((await Promise.all(mine.map(faultOf))).flat()).toEqual([])
  })

  test.each(broken[language] ?? [])('that is broken is found out: %j', async (code) => {
    expect(await faultsIn[language]?.(code)).toEqual(expect.any(String))
  })
})
