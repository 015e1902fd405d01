import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { knownDocuments } from '../../src/host/known-documents.ts'
import { documentOf } from '../../src/markdown/blocks.ts'
import type { MarkdownText } from '../../src/view/look.ts'
import { loadMarkdown } from '../../src/view/markdown/markdown.ts'
import { plainLook } from '../support/look.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'viva-documents-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const rich = `先看**结论**：\`select\` 有上限。[^1]

| 调用 | 上限 | 说明 |
|:--|---|--:|
| select | 1024 | 位图 |
| epoll | 无 | [红黑树](https://example.org) |

> [!TIP] 记住
> 1. 边沿触发
> 2. 水平触发
>
>    | a | b |
>    |---|---|
>    | 1 | 2 |

- [x] $O(1)$
- [ ] \`\`\`c
  int epfd;
  \`\`\`

[^1]: FD_SETSIZE`

const text = (markdown: string): MarkdownText => ({
  markdown,
  definitions: undefined,
  newlines: 'keep',
})

describe('documents that were read before', () => {
  test('are what they were', () => {
    const document = documentOf(rich) ?? []
    knownDocuments(folder).keep(text(rich), document)
    expect(knownDocuments(folder).find(text(rich))).toEqual(document)
    expect(knownDocuments(folder).find(text(`${rich} `))).toBeUndefined()
    expect(knownDocuments(folder).find({ ...text(rich), newlines: 'join' })).toBeUndefined()
    expect(knownDocuments(folder).find({ ...text(rich), definitions: '' })).toBeUndefined()
  })

  test('print the same lines', async () => {
    const look = { ...plainLook, documents: knownDocuments(folder) }
    const first = (await loadMarkdown(rich, look))(look)
    expect(readdirSync(folder)).toHaveLength(1)
    expect((await loadMarkdown(rich, look))(look)).toEqual(first)
    expect((await loadMarkdown(rich, plainLook))(look)).toEqual(first)
  })

  test('are read again where their file is damaged', () => {
    const known = knownDocuments(folder)
    known.keep(text(rich), documentOf(rich) ?? [])
    const [name = ''] = readdirSync(folder)
    const whole = readFileSync(join(folder, name))
    for (const at of [0, 9, 60, whole.length - 1]) {
      const bytes = Buffer.from(whole)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(join(folder, name), bytes)
      expect(known.find(text(rich))).toBeUndefined()
    }
  })

  test('cost nothing but time where they cannot be kept', async () => {
    const look = { ...plainLook, documents: knownDocuments('/dev/null/none') }
    expect((await loadMarkdown('一行', look))(look)).toEqual(['一行'])
  })
})
