import { plainText } from '../markdown/document.ts'
import { formulaSpeller } from '../markdown/formula/line.ts'
import { withFormulas } from '../markdown/formula/with-formulas.ts'
import type { Look } from './look.ts'

/** What spells the formulas in lines such as these, which are no Markdown any more, in letters. */
export async function formulasSpelled(
  lines: readonly string[],
): Promise<(line: string, look: Look) => string> {
  const isNeeded = lines.some((line) => withFormulas(line).some(({ kind }) => kind === 'formula'))
  const spell = await formulaSpeller(isNeeded)
  if (!isNeeded) return (line) => line
  return (line, { unicode }) =>
    withFormulas(line)
      .map((part) => {
        const said = part.kind === 'formula' && unicode ? spell(part.tex, false) : undefined
        return said ?? plainText([part])
      })
      .join('')
}
