import { expect, test } from 'vitest'
import { codeCutter } from '../../src/markdown/code.ts'

const page = '<script>\nconst 次数 = 1 // 计数\n</script>\n<style>\na { color: red }\n</style>'

test.each(['vue', 'html', 'xml'])(
  'programs and styles within %s have their colours',
  async (language) => {
    const cut = await codeCutter([language])
    const said = cut(page, language)
    expect(said).toContainEqual({ text: 'const', meaning: 'keyword' })
    expect(said).toContainEqual({ text: '// 计数', meaning: 'comment' })
    expect(said.map(({ text }) => text).join('')).toBe(page)
  },
)

test('a command in a Dockerfile has its colours', async () => {
  const cut = await codeCutter(['dockerfile'])
  const said = cut('RUN if true; then echo "甲"; fi', 'dockerfile')
  expect(said).toContainEqual({ text: 'then', meaning: 'keyword' })
})

test.each([
  ['dockerfile', 'RUN if [ -f a ]; then echo "甲"; fi'],
  ['js', 'const a = css`a { color: red }`; const b = html`<b>甲</b>`'],
  ['vue', page],
])('the colours of %s do not depend on what stands beside it', async (language, code) => {
  const alone = (await codeCutter([language]))(code, language)
  const among = await codeCutter(['bash', 'css', 'js', 'xml', 'ts', 'ruby', 'md', language])
  expect(among(code, language)).toEqual(alone)
})
