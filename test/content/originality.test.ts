import { describe, expect, test } from 'vitest'
import { ourPage, takenOver, theirPage } from '../support/originality.js'

const fence = '```'

const theirs = `# 缓存

## 缓存穿透是什么，线上怎么排查，又该怎么一步一步处理掉它呢

先查布隆过滤器，判断这个键是否可能存在，不存在就直接返回空值，不再访问数据库。

你们线上的缓存命中率一般是多少，低了以后会先从哪里查起呢，说说看？

A cache that is asked for keys nobody ever wrote sends every request to the database.

${fence}python
import redis

def load(key):
    value = cache.get(key)  # 先看缓存
    if value is None:
        value = fetch(key)
        cache.set(key, value, ex=60)
    return value
${fence}
`

function found(ours: string): readonly object[] {
  return takenOver(ourPage('ours.md', ours), [theirPage('theirs.md', theirs)])
}

describe('what was taken over is found', () => {
  test('一句话，哪怕换了标点、加了粗体、断了行', () => {
    const ours =
      '先说结论。\n先查**布隆过滤器**：判断这个键是否可能存在；\n不存在，就直接返回空值。'
    expect(found(ours)).toMatchObject([{ ours: 'ours.md:2', theirs: 'theirs.md:5' }])
  })

  test('a sentence, whatever its case', () => {
    expect(found('So: a cache that is asked for keys nobody EVER wrote is slow.')).toHaveLength(1)
  })

  test('三行代码，换了注释、引号和缩进也算', () => {
    const lines = [
      'value = cache.get(key) # 第一步',
      '',
      'if value is None:',
      '  value = fetch(key)',
    ]
    expect(found([`${fence}python`, ...lines, fence].join('\n'))).toMatchObject([
      { ours: 'ours.md:2', theirs: 'theirs.md:15' },
    ])
  })

  test('注释里的一句话', () => {
    const comment = '# 先查布隆过滤器，判断这个键是否可能存在，不存在就直接返回空值'
    expect(found(`${fence}yaml\na: 1\n${comment}\n${fence}`)).toHaveLength(1)
  })
})

describe('what anybody may write is left alone', () => {
  test.each([
    ['二十几个字', '先查布隆过滤器，判断这个键是否可能存在，再说。'],
    ['问题', '你们线上的缓存命中率一般是多少，低了以后会先从哪里查起呢，说说看'],
    ['标题', '## 先查布隆过滤器，判断这个键是否可能存在，不存在就直接返回空值'],
    ['别名', '<!-- aliases: 先查布隆过滤器，判断这个键是否可能存在，不存在就直接返回空值 -->'],
    ['两行代码', `${fence}python\nvalue = cache.get(key)\nif value is None:\n${fence}`],
    [
      '命令',
      `${fence}bash\nvalue = cache.get(key)\nif value is None:\nvalue = fetch(key)\n${fence}`,
    ],
  ])('%s', (_, ours) => {
    expect(found(ours)).toEqual([])
  })

  test('names, imports and lines of brackets', () => {
    const lines = ['import a', 'import b', 'import c', '})', '})', '})']
    const page = `django.contrib.sessions.backends.cached_db\n${fence}js\n${lines.join('\n')}\n${fence}`
    expect(takenOver(ourPage('a', page), [theirPage('b', page)])).toEqual([])
  })
})
