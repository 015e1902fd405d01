import { describe, expect, test } from 'vitest'
import { fencesIn } from '../tools/bank-run/blocks.js'
import { holds, untrue } from '../tools/bank-run/claims.js'
import { pinsOf } from '../tools/bank-run/pins.js'

const block =
  '# 先定义\ndef f(n):\n    return n  # 原样\n\nprint(f(3))  # 3：原样\nprint(f(4))\n# 4'
const twin = 'def f(n):\n    return n\n# as it is\nprint(f(3))  # 4: wrong\nprint(f(4))\n# 4'
const printed = [
  { text: '3', line: 5 },
  { text: '4', line: 6 },
]

describe('what a block says it prints', () => {
  test('holds where it printed just that', () => {
    expect(untrue('python', block, block, printed)).toEqual([])
  })

  test('in the other language is held against the same run, whatever lines its comments take', () => {
    expect(untrue('python', block, twin, printed)).toEqual([
      { line: 4, said: '4: wrong', was: '3' },
    ])
  })

  test('stands where it is printed; other remarks say what they like', () => {
    const code = 'const f = () => console.log(n) // 1 3\nf() // 先调一次\nn = 2; f() // 再调'
    const calls = ['1', '2'].map((text) => ({ text, line: 1 }))
    const wrong = { line: 1, said: '1 3', was: '1 2' }
    expect(untrue('javascript', code, code, calls)).toEqual([wrong])
  })

  test.each(['0 0', '0'])(
    'of a line that prints several times is all of it or each: %s',
    (said) => {
      const code = `for _ in range(2):\n    print(0)  # ${said}`
      const calls = ['0', '0'].map((text) => ({ text, line: 2 }))
      expect(untrue('python', code, code, calls)).toEqual([])
    },
  )

  test.each([
    ['3', '3'],
    ['→ 3', '3'],
    ['3: as it was', '3'],
    ['False：互相引用', 'False'],
    ['约 0.0168', '0.0171'],
    ['about 10000', '10112'],
    ['2 行', '2 rows'],
    ['1 row', '1 rows'],
  ])('%s is true of %s', (said, was) => {
    expect(holds(said, was)).toBe(true)
  })

  test.each([
    ['3', '4'],
    ['3', ''],
    ['3 of them', '3'],
    ['30', '3'],
    ['大约 0.5', '0.6'],
    ['六种排列', '6'],
  ])('%s is not true of %s', (said, was) => {
    expect(holds(said, was)).toBe(false)
  })
})

describe('the blocks of a page', () => {
  const fence = '```'

  test('know their card and line, and lose the indent of their fence', () => {
    const page = `## 题\n\n<!-- id: a-b -->\n\n- x\n\n  ${fence}python\n  if x:\n      y()\n  ${fence}\n`
    expect(fencesIn('a.md', page)).toMatchObject([
      { file: 'a.md', line: 7, card: 'a-b', language: 'python', code: 'if x:\n    y()' },
    ])
  })

  test('print what the plain text directly below them shows', () => {
    const code = `${fence}python\nprint(1)\n${fence}`
    const text = `${fence}text\n1\n${fence}`
    const outputs = (page: string) => fencesIn('a.md', page).map(({ output }) => output)
    expect(outputs(`${code}\n\n${text}`)).toEqual(['1', undefined])
    expect(outputs(`${code}\n\n见下图：\n\n${text}`)).toEqual([undefined, undefined])
  })
})

test('the page about the bank pins what its blocks run with', () => {
  const { python, pip, npm } = pinsOf(`${import.meta.dirname}/../../content/README.md`)
  expect(python).toMatch(/^3\.\d+$/)
  expect(pip).toContainEqual(expect.stringMatching(/^django==\d/))
  expect(npm).toContainEqual(expect.stringMatching(/^vue@\d/))
})
