import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { faultsIn, unparsed } from '../support/code-faults.ts'
import { type Fence, fencesIn } from '../support/markdown.ts'

const content = join(import.meta.dirname, '../../content')

const files = readdirSync(content, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?:zh|en)[\\/].+\.md$/.test(name))
  .sort()
const fences = files.flatMap((name) =>
  fencesIn(readFileSync(join(content, name), 'utf8')).map((fence) => ({ ...fence, file: name })),
)

type Placed = Fence & { readonly file: string }

async function faultOf({ language, code, file, line }: Placed): Promise<readonly string[]> {
  const fault = await faultsIn[language]?.(code)
  return fault === undefined ? [] : [`${file}:${line} ${fault}`]
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
  const strange = fences.filter(({ language }) => !known.includes(language))
  expect(strange.map(({ file, line, language }) => `${file}:${line} ${language}`)).toEqual([])
})

test('there is a broken block for each parser', () => {
  expect(Object.keys(broken)).toEqual(Object.keys(faultsIn))
})

// CPython takes some seconds to load
describe.each(Object.keys(faultsIn))('%s', { timeout: 60_000 }, (language) => {
  test('is parsed without a fault', async () => {
    const mine = fences.filter((fence) => fence.language === language)
    expect((await Promise.all(mine.map(faultOf))).flat()).toEqual([])
  })

  test.each(broken[language] ?? [])('that is broken is found out: %j', async (code) => {
    expect(await faultsIn[language]?.(code)).toEqual(expect.any(String))
  })
})
