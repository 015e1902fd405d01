import { describe, expect, test } from 'vitest'
import { ankiFormula } from '../../src/export/anki/collection.ts'
import { blocksHtml, escapeHtml } from '../../src/export/html/blocks.ts'
import { mathHtml } from '../../src/export/html/formula.ts'
import { mathSetter } from '../../src/export/paper/formula.ts'
import { zh } from '../../src/i18n/zh/zh.ts'
import { documentOf } from '../../src/markdown/blocks.ts'
import { everyInline } from '../../src/markdown/document.ts'
import { formulaReader } from '../../src/markdown/formula/tree.ts'
import { loadMarkdown } from '../../src/view/markdown/markdown.ts'
import { plainLook } from '../support/look.ts'

/** What is written, and what a terminal shows; undefined where only the source can say it. */
const formulas: readonly (readonly [tex: string, shown: string | undefined])[] = [
  ['x', 'x'],
  ['x^2', 'x²'],
  [String.raw`O(n \log n)`, 'O(n log n)'],
  ['a_1*b*c', 'a₁ ∗ b ∗ c'],
  ['2^{n-1}', '2ⁿ⁻¹'],
  [String.raw`\theta_{t+1} = \theta_t - \eta \nabla_\theta J`, 'θₜ₊₁ = θₜ − η∇_θ J'],
  [String.raw`\sum_{i=1}^n x_i`, '∑ᵢ₌₁ⁿ xᵢ'],
  [String.raw`\sqrt{a^2+b^2} \le c`, '√(a² + b²) ≤ c'],
  [String.raw`\frac{TP}{TP+FP}`, 'TP/(TP + FP)'],
  [String.raw`准确率 = \frac{TP+TN}{总数}`, '准确率 = (TP + TN)/总数'],
  [String.raw`\text{召回率} = 1`, '召回率 = 1'],
  [String.raw`\{1, 2\}`, '{1, 2}'],
  [String.raw`\hat{y}_i \neq \bar{x}`, 'ŷᵢ ≠ x̄'],
  ['E[X](Y)', 'E[X](Y)'],
  [String.raw`\lim_{x\to 0} \frac{\sin x}{x} = 1`, 'lim_(x→0) (sin x)/x = 1'],
  ['T(n) = 2T(n/2) + O(n)', 'T(n) = 2T(n/2) + O(n)'],
  [String.raw`\lfloor n/2 \rfloor`, '⌊n/2⌋'],
  [String.raw`A \cup B \subseteq C`, 'A ∪ B ⊆ C'],
  [String.raw`x \in \mathbb{R}^n`, 'x ∈ ℝⁿ'],
  [String.raw`\mathbf{W}_{ij}`, 'Wᵢⱼ'],
  ['d_{model}', 'd_model'],
  [String.raw`a \bmod b`, 'a mod b'],
  [String.raw`h(k, i) = (h_1(k) + i) \bmod m`, 'h(k, i) = (h₁(k) + i) mod m'],
  [String.raw`\int_0^\infty f(x)\,dx`, '∫₀^∞ f(x) dx'],
  ["f'(x)", 'f′(x)'],
  [String.raw`\frac{\partial L}{\partial w}`, '∂L/∂w'],
  [String.raw`p \Rightarrow q`, 'p ⇒ q'],
  ['n!', 'n!'],
  [String.raw`50\% \times 2`, '50% × 2'],
  ['7 % 3 = 1', '7%3 = 1'],
  [String.raw`\lambda_1, \dots, \lambda_k`, 'λ₁, …, λₖ'],
  [String.raw`\max_a Q(s, a)`, 'maxₐ Q(s, a)'],
  ['x_{[i](j)}', 'x_([i](j))'],
  [String.raw`a \\ b`, 'a; b'],
  ['-x < y > z', '−x < y > z'],
  [String.raw`\begin{pmatrix} a & b \\ c & d \end{pmatrix}`, undefined],
  [String.raw`\begin{cases} 1 & x > 0 \\ 0 & x \le 0 \end{cases}`, undefined],
  [String.raw`\underbrace{a + b}_{n}`, undefined],
  [String.raw`\binom{n}{k}`, undefined],
  [String.raw`\overline{abc}`, undefined],
]

const places = {
  text: (tex: string) => `前文 $${tex}$ 与 **粗** 后文`,
  brackets: (tex: string) => `前文 \\(${tex}\\) 与 **粗** 后文`,
  list: (tex: string) => `1. 甲\n   - 乙 $${tex}$ 丙\n2. 丁`,
  table: (tex: string) => `| 名 | 式 |\n|---|---|\n| 甲 | $${tex}$ |`,
  quote: (tex: string) => `> 引\n> > 再 $${tex}$ 引`,
  callout: (tex: string) => `> [!tip] 题\n> - $${tex}$`,
}

const read = await formulaReader(true)
const all = { has: () => true }
const set = mathSetter(read, all, all)
const means = {
  cut: (code: string) => [{ text: code, meaning: undefined }],
  picture: () => ({ instead: '' }),
  drawing: zh.show.drawing,
  ticked: ['', ''] as const,
  boxes: zh.boxes,
  table: '',
  level: 4,
  name: 'm',
  noCode: undefined,
}
const wide = { ...plainLook, columns: 400 }

async function shown(markdown: string, look = wide): Promise<string> {
  return (await loadMarkdown(markdown, look))(look).join('\n')
}

describe.each(Object.entries(places))('a formula in %s', (_, place) => {
  test.each(formulas)('%s is the same in every output', async (tex, letters) => {
    const blocks = documentOf(place(tex)) ?? []
    const [found] = [...everyInline(blocks)].filter(({ kind }) => kind === 'formula')
    expect(found).toMatchObject({ tex })
    const source = found?.kind === 'formula' ? found.source : ''
    expect(await shown(place(tex))).toContain(letters ?? source)
    expect(await shown(place(tex), { ...wide, unicode: false })).toContain(source)
    const html = blocksHtml(blocks, { ...means, formula: mathHtml(read) })
    expect(html).toContain(`<math alttext="${escapeHtml(tex)}">`)
    expect(html).not.toContain('<em>')
    const anki = blocksHtml(blocks, { ...means, formula: ankiFormula(read) })
    expect(anki).toContain(`\0(${escapeHtml(tex).replace(' % ', ' \\% ')}\0)`)
    expect(set(tex, false)).toBeDefined()
  })
})

test.each([
  '$$\na = b \\\\\n- c\n= d\n$$',
  '\\[\na = b\n\\]',
  '\\begin{align}\na &= b \\\\\nc &= d\n\\end{align}',
  '```math\na = b\n```',
  '$$a = b$$',
])('%j stands on lines of its own, in a list and a quotation too', (markdown) => {
  const inList = `- 甲\n${markdown.replace(/^/gm, '  ')}\n- 乙`
  const inQuote = markdown.replace(/^/gm, '> ')
  expect(documentOf(markdown)).toMatchObject([{ kind: 'formula' }])
  expect(documentOf(inList)).toMatchObject([
    { items: [{ blocks: [{ kind: 'paragraph' }, { kind: 'formula' }] }, {}] },
  ])
  expect(documentOf(inQuote)).toMatchObject([{ kind: 'quote', blocks: [{ kind: 'formula' }] }])
})

test('公式独占几行时，前后的文字各成一段', () => {
  expect(documentOf('前文\n$$\nx^2\n$$\n后文')).toMatchObject([
    { kind: 'paragraph', inlines: [{ text: '前文' }] },
    { kind: 'formula', tex: 'x^2' },
    { kind: 'paragraph', inlines: [{ text: '后文' }] },
  ])
})

test('equations below each other are lines on the screen, and an equation of cells on paper', async () => {
  const tex = '\\begin{aligned} L &= a + b \\\\ &= c \\end{aligned}'
  expect(await shown(`$$${tex}$$`)).toBe('    L = a + b\n    = c')
  expect(set(tex, true)).toMatchObject({ m: 'aligned', rows: [{ length: 2 }, { length: 2 }] })
})

test.each([
  '\\frac{a}{',
  '\\unknown{x}',
  '\\def\\a{\\a\\a}\\a',
  '\\newcommand{\\x}{y}\\x',
  '\\href{javascript:alert(1)}{x}',
  '\\includegraphics{/etc/passwd}',
  '\\input{/etc/passwd}',
  '\\rule{9999em}{9999em}',
  `${'\\sqrt{'.repeat(200)}x${'}'.repeat(200)}`,
  `x_{${'1'.repeat(4000)}}`,
])('%j is no formula anybody has to read, and stands as it is written', (tex) => {
  expect(read(tex, false)).toBeUndefined()
  expect(mathHtml(read)(tex, true)).toBeUndefined()
  expect(ankiFormula(read)(tex, true)).toBeUndefined()
  expect(set(tex, true)).toBeUndefined()
})

test('what no font has leaves a formula as it is written', () => {
  const few = mathSetter(read, { has: (code) => code < 0x80 }, { has: () => true })
  expect(few('x + 1', false)).toBeDefined()
  expect(few('x \\leq 1', false)).toBeUndefined()
  expect(few('x = \\text{错}', false)).toBeDefined()
})

test('nothing is loaded where there is no formula', async () => {
  const none = await formulaReader(false)
  expect(none('x', false)).toBeUndefined()
})
