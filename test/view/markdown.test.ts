import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { width } from '../../src/text/text.ts'
import type { Look } from '../../src/view/look.ts'
import { loadMarkdown } from '../../src/view/markdown/markdown.ts'
import { paint } from '../../src/view/paint.ts'
import { englishLook, plainLook } from '../support/look.ts'

const plain: Look = { ...plainLook, columns: 40 }
const wide = { ...plain, columns: 80 }
const coloured = { ...plain, paint: paint(1) }
const linked = { ...plain, links: true }

async function shown(markdown: string, look: Look = plain): Promise<string> {
  return (await markdownLines(markdown, look)).join('\n')
}

async function markdownLines(markdown: string, look: Look): Promise<readonly string[]> {
  return (await loadMarkdown(markdown, look))(look)
}

// What we write ourselves: colours and well-formed links.
function bare(line: string): string {
  return line.replace(/\x1b\[\d+m/g, '').replace(/\x1b\]8;;[!-~]*\x1b\\/g, '')
}

const page = `## 进程和线程的区别

**进程**是资源分配的单位，**线程（thread）**是调度的单位；同一进程里的线程共享地址空间，
各有各的栈。\`fork()\` 返回两次，一次1~3毫秒，别处4~6毫秒。

主要区别：
- 地址空间：进程独立
- 开销：
  1. 创建进程要复制页表，写时复制（copy-on-write）之后便宜了很多
  2. 切换要换页表：

     \`\`\`python
     def spawn(n: int) -> None:
         for i in range(n):  # 每个子进程打印自己的编号
             os.fork() or print(f"child {i}")
     \`\`\`

| 语言 | 并发模型 | 年份 |
|:-----|:--------:|-----:|
| Go | goroutine 和 channel，由运行时调度到少量系统线程上 | 2009 |
| Rust | 所有权保证无数据竞争 | 2015 |

> 并发是关于结构，
> 并行是关于执行。

参考[官方文档](https://go.dev/doc)[^1]。

[^1]: 见《深入理解计算机系统》。
`

describe('a whole page', () => {
  test('八十列的一页', async () => {
    expect(await shown(page, wide)).toMatchInlineSnapshot(`
      "## 进程和线程的区别
      进程是资源分配的单位，线程（thread）是调度的单位；同一进程里的线程共享地址空间，
      各有各的栈。\`fork()\` 返回两次，一次1~3毫秒，别处4~6毫秒。

      主要区别：
      • 地址空间：进程独立

      • 开销：
        1. 创建进程要复制页表，写时复制（copy-on-write）之后便宜了很多

        2. 切换要换页表：

               def spawn(n: int) -> None:
                   for i in range(n):  # 每个子进程打印自己的编号
                       os.fork() or print(f"child {i}")

      语言 │                      并发模型                      │ 年份
      ─────┼────────────────────────────────────────────────────┼─────
      Go   │ goroutine 和 channel，由运行时调度到少量系统线程上 │ 2009
      Rust │                所有权保证无数据竞争                │ 2015

      │ 并发是关于结构，
      │ 并行是关于执行。

      参考官方文档 (https://go.dev/doc)[1]。

      [1] 见《深入理解计算机系统》。"
    `)
  })
  test('四十列的同一页', async () => {
    expect(await shown(page)).toMatchInlineSnapshot(`
      "## 进程和线程的区别
      进程是资源分配的单位，线程（thread）是调
      度的单位；同一进程里的线程共享地址空间，
      各有各的栈。\`fork()\` 返回两次，一次1~3毫
      秒，别处4~6毫秒。

      主要区别：
      • 地址空间：进程独立

      • 开销：
        1. 创建进程要复制页表，写时复制
           （copy-on-write）之后便宜了很多

        2. 切换要换页表：

             def spawn(n: int) -> None:
                 for i in range(n):  # 每个子↵
                   进程打印自己的编号
                     os.fork() or↵
                       print(f"child {i}")

      语言 │          并发模型          │ 年份
      ─────┼────────────────────────────┼─────
      Go   │ goroutine 和 channel，由运 │ 2009
           │  行时调度到少量系统线程上  │
      ─────┼────────────────────────────┼─────
      Rust │    所有权保证无数据竞争    │ 2015

      │ 并发是关于结构，
      │ 并行是关于执行。

      参考官方文档 (https://go.dev/doc)[1]。

      [1] 见《深入理解计算机系统》。"
    `)
  })
  test('a page where only ASCII can be trusted', async () => {
    const markdown =
      '# Event loop\n\n- microtasks\n  - promises\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n---\n\n```js\nqueueMicrotask(() => console.log("microtask"))\n```'
    const screen = await shown(markdown, { ...englishLook, columns: 40, unicode: false })
    expect(screen).toMatch(/^[\n -~]*$/)
    expect(screen).toMatchInlineSnapshot(`
      "# Event loop
      * microtasks
        - promises

      | quoted

      a | b
      --+--
      1 | 2

      ----------------------------------------

        queueMicrotask(() =>\\
          console.log("microtask"))"
    `)
  })
})

describe('text', () => {
  test('源文件里的换行不在汉字之间留空格，英文之间留', async () => {
    const joined: Look = { ...plain, newlines: 'join' }
    expect(await shown('闭包是函数\n和作用域，\nclosure\nin JS', joined)).toBe(
      '闭包是函数和作用域，closure in JS',
    )
  })
  test('图的源码有名字，也有边框', async () => {
    expect(await shown('```mermaid\ngraph TD\n  A --> B\n```')).toBe(
      '│ Mermaid 图\n│   graph TD\n│     A --> B',
    )
  })
  test('公式里的星号和下划线一个不少', async () => {
    expect(await shown('求和\n\n$$ a_1*b*c $$\n\n再看 $O(n_1*n_2)$')).toBe(
      '求和\n\n  a₁ ∗ b ∗ c\n\n再看 O(n₁ ∗ n₂)',
    )
  })
  test('两个空格的行尾是换行', async () => {
    expect(await shown('第一行  \n第二行<br>\n第三行')).toBe('第一行\n第二行\n第三行')
  })
  test('紧挨着汉字的强调认得出来', async () => {
    expect(await shown('**重点（注意）**后面', coloured)).toBe('\x1b[1m重点（注意）\x1b[22m后面')
  })
  test('一个波浪号是范围，两个才是删除', async () => {
    expect(await shown('1~3个，5~7个，~~旧的~~')).toBe('1~3个，5~7个，~~旧的~~')
    expect(await shown('~~旧的~~', coloured)).toBe('\x1b[9m旧的\x1b[29m')
  })
  test('prose stays within a reading width, code may use all columns', async () => {
    const lines = await markdownLines(`${'word '.repeat(40)}\n\n    ${'x'.repeat(130)}`, {
      ...plain,
      columns: 140,
    })
    expect(lines.map(width)).toEqual([99, 99, 0, 134])
  })
})

describe('lists', () => {
  test('编号接着原来的数，并且对齐', async () => {
    expect(await shown('9. 九\n1. 十')).toBe(' 9. 九\n10. 十')
  })
  test('每层缩进，任务有方框', async () => {
    expect(await shown('- 一\n  - 二\n    - 三\n- [x] 做了\n- [ ] 没做')).toMatchInlineSnapshot(`
      "• 一
        ◦ 二
          ▪ 三
      • [x] 做了
      • [ ] 没做"
    `)
  })
  test('a loose list of long items breathes, one of single lines does not', async () => {
    expect(await shown('- a\n\n- b')).toBe('• a\n• b')
    expect(await shown('- a\n\n  more\n\n- b')).toBe('• a\n\n  more\n\n• b')
  })
  test('条目里有代码时，条目之间留空', async () => {
    expect(await shown('- 例如：\n  ```\n  x = 1\n  ```\n- 又如')).toBe(
      '• 例如：\n\n    x = 1\n\n• 又如',
    )
  })
  test('lists of long numbers in each other leave room to read', async () => {
    const deep = `${'999999999. '.repeat(10)}\n${' '.repeat(110)}***`
    expect(await shown(deep, { ...plain, columns: 200 })).toMatch(/ ─+$/)
  })
  test('an empty item is only its mark', async () => {
    expect(await shown('-\n- a')).toBe('•\n• a')
  })
})

describe('tables', () => {
  test('列太窄时每行写成键和值', async () => {
    const table =
      '| 语言 | 类型 | 模型 | 年份 | 作者 | 说明 |\n|-|-|-|-|-|-|\n| Go | 静态 | 协程 | 2009 | 谷歌 | 简单 |'
    expect(await shown(table, { ...plain, columns: 30 })).toMatchInlineSnapshot(`
      "语言: Go
      类型: 静态
      模型: 协程
      年份: 2009
      作者: 谷歌
      说明: 简单"
    `)
  })
  test('a cell keeps its styles, breaks and missing neighbours', async () => {
    expect(await shown('| a | b |\n|---|---|\n| `x` | one<br>two |\n| y |')).toMatchInlineSnapshot(`
      "a   │ b
      ────┼────
      \`x\` │ one
          │ two
      ────┼────
      y   │"
    `)
  })
})

describe('code', () => {
  test('关键字、字符串和注释各有颜色', async () => {
    expect(await shown('```js\nconst a = "甲" // 注\n```', coloured)).toBe(
      '  \x1b[35mconst\x1b[39m a = \x1b[32m"甲"\x1b[39m \x1b[2m// 注\x1b[22m',
    )
  })
  test.each(['py', 'ts', 'C++', 'c#', 'sh', 'yml', 'html', 'golang', 'rs', 'Dockerfile', 'toml'])(
    'a fence named %s is coloured',
    async (name) => {
      expect(await shown(`\`\`\`${name}\nFROM "a" # 1 <b c="d"> // 2\n\`\`\``, coloured)).toContain(
        '\x1b[',
      )
    },
  )
  test('不认识的语言照原样', async () => {
    expect(await shown('```文言\n吾有一數。\n```', coloured)).toBe('  吾有一數。')
  })
  test('太长的行折到下面，折处有记号', async () => {
    expect(
      await shown('```\n  变量 = 函数(第一个参数, 第二个参数, 第三个参数)\n```'),
    ).toMatchInlineSnapshot(`
      "    变量 = 函数(第一个参数, 第二个参数,↵
            第三个参数)"
    `)
  })
})

describe('links, pictures and notes', () => {
  test('终端不懂链接时写出地址', async () => {
    expect(await shown('见[文档](https://a.b)')).toBe('见文档 (https://a.b)')
  })
  test('终端懂链接时地址藏在文字后面', async () => {
    expect(await shown('[文档](https://a.b/路?q=1)', linked)).toBe(
      '\x1b]8;;https://a.b/%E8%B7%AF?q=1\x1b\\文档\x1b]8;;\x1b\\',
    )
  })
  test('an address is not said twice', async () => {
    expect(await shown('<https://a.b> and <me@a.b>')).toBe('https://a.b and me@a.b')
  })
  test('裸地址到中文标点为止', async () => {
    expect(await shown('见https://a.b/c，然后', linked)).toBe(
      '见\x1b]8;;https://a.b/c\x1b\\https://a.b/c\x1b]8;;\x1b\\，然后',
    )
  })
  test('裸地址到汉字为止，写在括号里的地址是完整的', async () => {
    expect(await shown('看https://example.com/abc然后继续读', linked)).toBe(
      '看\x1b]8;;https://example.com/abc\x1b\\https://example.com/abc\x1b]8;;\x1b\\然后继续读',
    )
    expect(await shown('<https://a.b/闭包>', linked)).toBe(
      '\x1b]8;;https://a.b/%E9%97%AD%E5%8C%85\x1b\\https://a.b/闭包\x1b]8;;\x1b\\',
    )
  })
  test('a text that claims another address is shown with the true one', async () => {
    expect(bare(await shown('[https://a.b](https://evil.c)', linked))).toBe(
      'https://a.b (https://evil.c)',
    )
  })
  test('only the web and mail can be followed', async () => {
    expect(await shown('[x](javascript:alert(1)) [y](file:///etc/passwd)', linked)).toBe(
      'x (javascript:alert(1)) y\n(file:///etc/passwd)',
    )
  })
  test('references lead where their definitions say', async () => {
    expect(await shown('[文档][d]和![图示][p]\n\n[d]: https://a.b\n[p]: p.png')).toBe(
      '文档 (https://a.b)和[图: 图示]',
    )
  })
  test('图片只留下名字', async () => {
    expect(await shown('![内存布局](a.png) <img src="b.png">')).toBe('[图: 内存布局] [图]')
    expect(await shown('![heap](a.png)', englishLook)).toBe('[image: heap]')
  })
  test('脚注编号并放在最后', async () => {
    expect(await shown('甲[^x]乙[^y]\n\n[^x]: 第一\n[^y]: 第二')).toBe(
      '甲[1]乙[2]\n\n[1] 第一\n[2] 第二',
    )
  })
})

describe('HTML', () => {
  test('幂、下标和按键', async () => {
    expect(await shown('O(n<sup>2</sup>)、H<sub>2</sub>O、e<sup>x</sup>，按<kbd>Ctrl</kbd>')).toBe(
      'O(n²)、H₂O、e^x，按[Ctrl]',
    )
  })
  test('标签写的删除也划掉', async () => {
    expect(await shown('<del>旧的</del>和<s>更旧的</s>', coloured)).toBe(
      '\x1b[9m旧的\x1b[29m和\x1b[9m更旧的\x1b[29m',
    )
    expect(await shown('<del>旧的</del>')).toBe('~~旧的~~')
  })
  test('折叠的答案总是展开的，注释不出现', async () => {
    expect(
      await shown('<!-- id: a -->\n<details><summary>答案</summary>\n\n**对**\n\n</details>'),
    ).toBe('▾ 答案\n\n对')
  })
  test('an unknown tag is shown dim, as it is written', async () => {
    expect(await shown('a <marquee>b</marquee>', coloured)).toBe(
      'a \x1b[2m<marquee>\x1b[22mb\x1b[2m</marquee>\x1b[22m',
    )
  })
  test('标签写的链接和方括号写的一样：名不副实时写出地址，锚点不写', async () => {
    expect(await shown('<a href="https://a.b/c">文档</a>')).toBe('文档 (https://a.b/c)')
    expect(await shown('<a href="https://a.b/c">文档</a>', linked)).toBe(
      '\x1b]8;;https://a.b/c\x1b\\文档\x1b]8;;\x1b\\',
    )

    const markdown = '<a href="https://b.c">https://a.b</a>、<a name="x"></a>好'
    expect(bare(await shown(markdown, linked))).toBe('https://a.b (https://b.c)、好')
  })
  test('a tag that nothing closes in its paragraph is text', async () => {
    expect(await shown('<b>a\n\nb</b> c', coloured)).toBe('<b>a\n\nb</b> c')
  })
})

describe('what an enemy writes', () => {
  test.each([
    ['an escape', '\x1b[2J\x1b]52;c;aGk=\x07'],
    ['an escape as an entity', '&#27;[31m &#x9b;2J <b>&#27;[31m</b>\n\n<p>&#27;[31m</p>'],
    ['a C1 control', '\u009b2J`\u009b`'],
    ['an escape in an address', '[a](<https://a.b/\x1b]8;;x\x07>) <https://a.b/&#27;>'],
    ['a reversed line', '管\u202e理员\n\n```js\n/* \u202e } */\n```'],
    [
      'an escape in a fence, its language, a table and a picture',
      '```\x1b[1m\n\x1b\n```\n\n|\x1b|\n|-|\n|\u009d|\n\n![\x1b](\x1b)',
    ],
  ])('%s never reaches the terminal', async (_, markdown) => {
    expect(bare(await shown(markdown, { ...coloured, links: true }))).not.toMatch(
      /[\0-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/,
    )
  })
  test.each([
    ['quotes', '>'.repeat(100_000)],
    ['emphasis', '*a_ '.repeat(25_000)],
    ['emphasis over many lines', '*a_ *a_ *a_ \n'.repeat(5_000)],
    ['lists in lists', '1. '.repeat(30_000)],
    ['lists on every line', '* * * a\n'.repeat(8_000)],
    ['links', '[a]('.repeat(15_000)],
    ['a very long section', '# 闭包\n\n'.repeat(20_000)],
  ])('a text too hard to parse, of %s, is shown as it is written', async (_, markdown) => {
    expect((await shown(markdown)).slice(0, 3)).toBe(markdown.slice(0, 3))
  })
  test('open tags without end do no harm', async () => {
    const page = `${'<b>'.repeat(900)}好`
    expect((await shown(page)).replaceAll('\n', '')).toBe(page)
  })
})

describe('any Markdown', () => {
  const pieces = fc.constantFrom(
    ...[
      '# ',
      '- ',
      '1. ',
      '> ',
      '\n',
      '\n\n',
      '  ',
      '    ',
      '```',
      '```js\n',
      '| a | b |\n|-|-|\n',
      '|',
    ],
    ...[
      '**',
      '_',
      '~~',
      '`',
      '[',
      '](',
      ')',
      '![',
      '<https://',
      '>',
      '<b>',
      '</b>',
      '<br>',
      '<details>',
    ],
    ...[
      '<a href="',
      '<sup>2',
      '<!--',
      '&#27;',
      '&#x9b;',
      '\x1b]8;;',
      '\x1b[31m',
      '\u009b',
      '\u202e',
      '[^1]',
    ],
    ...[
      'javascript:',
      'https://a.b',
      '闭包，',
      '（注）',
      '函数 closure',
      '👨‍👩‍👧',
      'x'.repeat(50),
      '\t',
      '---',
      '- [x] ',
    ],
  )
  const markdown = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  )
  const look = fc.record({
    base: fc.constantFrom(plainLook, englishLook),
    columns: fc.integer({ min: 2, max: 120 }),
    paint: fc.constantFrom(paint(0), paint(1)),
    links: fc.boolean(),
    unicode: fc.boolean(),
  })
  test('no line is too wide, ends in a space or holds an escape of its own', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, look, async (text, { base, ...rest }) => {
        const one = { ...base, ...rest }
        for (const line of await markdownLines(text, one)) {
          expect(bare(line)).not.toMatch(/[\0-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/)
          expect(width(bare(line))).toBeLessThanOrEqual(one.columns)
          expect(bare(line)).toBe(bare(line).trimEnd())
        }
      }),
      { numRuns: 300 },
    )
  })
  test('记号比屏幕还宽时，也不留行尾空格', async () => {
    expect(await shown('- [x] # ', { ...plain, unicode: false, columns: 2 })).toBe('*\n#')
  })
  test('没有颜色也没有链接时，一个控制字节也没有', async () => {
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        expect(await shown(text)).not.toMatch(/[\0-\x09\x0b-\x1f\x7f-\x9f]/)
      }),
    )
  })
})
