import { expect, test } from 'vitest'
import { documentOf } from '../../src/markdown/blocks.ts'
import type { Newlines } from '../../src/markdown/line-ends.ts'

/** The lines of a text of one paragraph. */
function linesOf(markdown: string, newlines: Newlines = 'keep'): readonly string[] {
  const [only] = documentOf(markdown, undefined, newlines) ?? []
  const inlines = only?.kind === 'paragraph' ? only.inlines : []
  return inlines
    .map((one) => ('text' in one ? one.text : '\n'))
    .join('')
    .split('\n')
}

test.each([
  ['线程池参数：\n1、核心线程数\n2、最大线程数', 3],
  ['（1）加载\n（2）验证', 2],
  ['①新建\n②就绪\n③运行', 3],
  ['• head\n• body', 2],
  ['一、先查\n二、再删', 2],
  ['1.核心线程数\n2.最大线程数', 2],
  ['-没有空格一\n-没有空格二', 2],
  ['参数：\nA.甲\nB.乙', 3],
])('items of %j stand alone, whatever is set', (markdown, lines) => {
  expect(linesOf(markdown)).toHaveLength(lines)
  expect(linesOf(markdown, 'join')).toHaveLength(lines)
})

test.each([
  '先加载类。\n再验证。',
  '堆\n栈\n方法区',
  'heap\nstack\nregisters',
  'First load it.\nThen check it.',
  '优点是可以减少内存占用并且提高访问速度\n缺点是需要额外的维护成本和更复杂的实现',
])('lines of %j are kept, and joined where that is set', (markdown) => {
  expect(linesOf(markdown)).toEqual(markdown.split('\n'))
  expect(linesOf(markdown, 'join')).toHaveLength(1)
})

test('a sentence broken once in its middle is one line', () => {
  expect(linesOf('这是很长的一段话，只是作者的编辑器在这里\n换了一行，读起来仍然是一句。')).toEqual(
    ['这是很长的一段话，只是作者的编辑器在这里换了一行，读起来仍然是一句。'],
  )
  expect(linesOf('A line\nthat ends here: no definition.')).toHaveLength(1)
})

test('text wrapped at a steady width is one line, also where a line ends with its sentence', () => {
  const english = [
    'A closure keeps the variables of the function that made it alive, even',
    'after that function has returned. Each call makes a new set of variables.',
    'This is why a loop with one shared variable shows its last value in every',
    'callback, and a loop with a variable for each turn does not.',
  ]
  expect(linesOf(english.join('\n'))).toEqual([english.join(' ')])
  const chinese = [
    '闭包让产生它的函数的变量一直活着，即使那个函数早已返回，每次调用都会得到',
    '一组新的变量，所以循环里共享一个变量时，所有回调看到的都是它最后的值，而',
    '每一圈有自己的变量时就不会这样，这也是为什么后来的写法更安全一些的原因。',
  ]
  expect(linesOf(chinese.join('\n'))).toEqual([chinese.join('')])
})

test('long sentences, one to a line, are kept', () => {
  const each = [
    '第一句说的是线程池为什么要限制队列的长度，否则任务会堆积到内存耗尽为止。',
    '第二句说的是拒绝策略应该怎样选择，才能让调用的一方知道自己必须慢下来才行。',
  ]
  expect(linesOf(each.join('\n'))).toEqual(each)
})

test('a number that begins the rest of a sentence is no item', () => {
  expect(
    linesOf('这个特性要到后来的版本里才有，也就是从 Java 的\n1.8 版本开始才可以使用。'),
  ).toHaveLength(1)
})
