import { clockTime } from '../../schedule/time.ts'
import { wrap } from '../../text/wrap.ts'
import { helpRows, packed, quoted, textColumns } from '../../view/layout.ts'
import type { Look } from '../../view/look.ts'
import { draftBox } from '../draft/draft-box.ts'
import type { Frame } from '../screen.ts'
import type { RecallState } from './hear.ts'

/** The live rows under a question of a review: the answer being typed, and the keys. */
export function recallFrame(state: RecallState, look: Look): Frame {
  const keys = keyRows(state, look).slice(0, Math.max(1, look.rows - 3))
  if (state.mode === 'think') return { rows: keys }
  const box = draftBox(state.draft, look, look.rows - keys.length - 1, look.say.review.placeholder)
  return { rows: [...box.rows, ...keys], cursor: { row: box.row, column: box.column } }
}

function keyRows({ mode, help, canUndo }: RecallState, look: Look): readonly string[] {
  const words = look.say.review
  const columns = look.columns - 1
  const { dim } = look.paint
  if (help) {
    const lines = mode === 'think' ? words.recallHelp : words.typeHelp
    return helpRows(lines, columns).map(dim)
  }
  if (mode === 'type') return packed(words.typeKeys, columns).map(dim)
  const undo = canUndo ? ` · ${look.say.interview.undoKey}` : ''
  return packed(words.thinkKeys + undo, columns).map(dim)
}

/** What is told of it line by line: the commands, at the start and when asked for. */
export function recallTold(
  before: RecallState | undefined,
  now: RecallState,
  look: Look,
): readonly string[] {
  const { lineHelp } = look.say.review
  const asked = before !== undefined && now.help !== before.help
  const began = before !== undefined && now.mode !== before.mode
  if (before === undefined || asked) return wrap(lineHelp.recall, textColumns(look))
  return began ? wrap(lineHelp.type, textColumns(look)) : []
}

/** The answer given in a review, to keep in the scrollback; nothing if none was written. */
export function recalledLines(answer: string, usedMs: number, look: Look): readonly string[] {
  if (answer === '') return []
  const title = `${look.say.review.yourAnswer} (${clockTime(usedMs)})`
  return quoted(title, answer, look)
}
