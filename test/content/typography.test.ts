import { expect, test } from 'vitest'
import { bundled } from '../support/bundled.ts'
import { misprintsIn } from '../support/typography.ts'

/** Parsing takes its time where others work too. */
const timeout = 30_000

const files = [await bundled('zh'), await bundled('en')].flatMap(({ language, texts }) =>
  [...texts].map(([file, text]) => ({ language, file, text })),
)

test.each(files)('$language/$file is set by the rules of its language', { timeout }, (one) => {
  expect(misprintsIn(withoutHead(one.text), one.language)).toEqual([])
})

/** The same lines without the YAML head. */
function withoutHead(text: string): string {
  return text.replace(/^---\n[\s\S]*?\n---\n/, (head) => head.replace(/.*/g, ''))
}

test.each([
  '用Redis做缓存',
  '等了3秒',
  '占 90%的内存',
  '用`GET`读',
  '先读,再写',
  '先读: 再写',
  '读完.再写',
  '数据库(MySQL)很快',
  '先读， 再写',
  '这叫 “脏读” 吗',
  "这叫 '脏读' 吗",
  '一共 １２ 个',
  '先读  再写',
  '这叫“脏读',
  '（见《手册）》',
  '行尾有空格 ',
])('错排的中文会被找出来：%s', (text) => {
  expect(misprintsIn(text, 'zh')).toHaveLength(1)
})

test.each([
  '用 Redis 做缓存，90% 的请求在 3 ms 内返回。',
  '用 `GET,SET` 读写（见 [手册](https://example.com/a,b)）。',
  '**为什么**？因为“脏读”。',
  '状态码 200：成功；GET / HTTP/1.1、a.b、v5.0 都是原样。',
  '<!-- aliases: celery怎么用 | What is it? -->',
  '```\n用Redis\n```',
])('排对的中文没有话说：%s', (text) => {
  expect(misprintsIn(text, 'zh')).toEqual([])
})

test.each([
  'Read first，then write.',
  'Read first , then write.',
  'Read first,then write.',
  'It is “dirty”.',
  'Read  first.',
  'Read (first.',
  'Read "first.',
])('misprints of English are found: %s', (text) => {
  expect(misprintsIn(text, 'en')).toHaveLength(1)
})

test('English without misprints is left in peace', () => {
  const text =
    "It's `a,b`, e.g. v5.0 ... (see `x(`), or [docs](https://example.com/a,b); 1,000 rows."
  expect(misprintsIn(text, 'en')).toEqual([])
})
