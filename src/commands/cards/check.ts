import { duplicatesIn } from '../../cards/duplicates.ts'
import { Unreadable } from '../../errors.ts'
import type { HostPart, Inspected } from '../../host/host.ts'
import type { checkRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { type Checked, checkJson, checkLines } from '../../view/check/check.ts'
import { librariesOf } from './library-options.ts'

export type Options = Said<typeof checkRows>

/** `viva check [path]`: what was found in each file, what was ignored and why. */
export async function run(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  path: string | undefined,
  options: Options,
): Promise<void> {
  const { terminal } = host
  const libraries = librariesOf(host, path === undefined ? options : { library: [path] })
  const inspected: Inspected[] = []
  for (const { path: root, questions } of libraries) {
    inspected.push(await host.library.inspect(root, questions))
  }
  const cards = inspected.flatMap(({ library }) => library.decks.flatMap((deck) => deck.cards))
  const checked: Checked = { inspected, duplicates: duplicatesIn(cards) }
  if (options.json === true) terminal.json(checkJson(checked, options.why))
  else terminal.print(checkLines(checked, terminal.look(), options.why))
  const problems = inspected.flatMap(({ library }) => library.problems)
  if (problems.some(isUnreadable)) throw new Unreadable()
}

// what makes a file unreadable; all else is advice
function isUnreadable({ code }: { readonly code: string }): boolean {
  return /^(?:file-(?:too-large|too-hard|unreadable|binary)|folder-unreadable)$/.test(code)
}
