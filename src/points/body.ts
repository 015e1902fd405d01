import { endsAnswer, headRole } from './heads.ts'
import type { AnswerPiece } from './outline.ts'
import { sentencesOf } from './sentences.ts'

const fewest = 3
const fewestParts = 2

/** The pieces of an answer that could be points: what stands beside it, leads in or closes is gone. */
export function bodyOf(root: AnswerPiece, question: string): readonly AnswerPiece[] {
  const ending = root.below.findIndex(({ head }) => endsAnswer(head))
  const before = ending < 0 ? [] : points(root.below.slice(0, ending), question)
  if (before.length >= fewest) return before
  const all = points(root.below, question)
  return all.length > 0 ? all : root.below
}

function points(pieces: readonly AnswerPiece[], question: string): readonly AnswerPiece[] {
  return withoutTalk(pieces.flatMap(lifted), question)
}

/** What is below frames comes up; what stands beside the answer goes. */
function lifted(piece: AnswerPiece): readonly AnswerPiece[] {
  const role = piece.head === '' ? 'point' : headRole(piece.head)
  if (role === 'aside') return []
  const below = folded(piece.below.flatMap(lifted)).flatMap(withoutLead)
  if (role === 'sample') return below.filter(({ head }) => head !== '')
  if (role === 'point' || (below.length === 0 && piece.text !== '')) return [{ ...piece, below }]
  const isPoint = piece.text !== '' && !leadsIn(piece.text)
  return isPoint ? [{ ...piece, head: '', below: [] }, ...below] : below
}

const closing =
  /^(?:通过(?:以上|上述|这些|使用|配置|合理)|综上|总之|总的来说|总而言之|以上就是|in (?:short|summary|conclusion)|to sum up|overall)/i
const leading =
  /(?:以下|如下|下面(?:是|几|的))[^。]{0,40}$|[:：]$|\b(?:following|as follows|below)\b[^.]{0,60}[:.]?$/i

function leadsIn(text: string): boolean {
  return leading.test(text)
}

const asksWhatItIs =
  /什么是|(?<!作用|区别|原因|流程|步骤|方法|方式|场景|优点|缺点|特点|原理)是(?:什么|啥)|介绍|解释|谈谈|概念|理解|定义|含义|\bwhat(?:'s| is| are)\b|\bexplain|\bdescribe|\bdefine/i
const defines = /是|指|叫|\b(?:is|are|means|refers)\b/

/** Paragraphs around heads and items lead in, go on or close; what leads in may define. */
function withoutTalk(pieces: readonly AnswerPiece[], question: string): readonly AnswerPiece[] {
  const said = pieces.filter(
    ({ head, text, below }) => head !== '' || below.length > 0 || !closing.test(text),
  )
  const first = said.findIndex(({ isParagraph }) => !isParagraph)
  const parts = said.filter(({ isParagraph }) => !isParagraph).length
  if (parts < fewestParts) return said.flatMap(withoutLead)
  const introduction = said.slice(0, first).flatMap(withoutLead).slice(0, 1)
  const isBareName = question.length <= 12 && !/[?？怎如何流程步骤]/.test(question)
  const keeps =
    (asksWhatItIs.test(question) || isBareName) &&
    introduction.some(({ text }) => defines.test(text))
  return [...(keeps ? introduction : []), ...folded(said.slice(first))]
}

/** A paragraph without the sentences that only point at what follows. */
function withoutLead(piece: AnswerPiece): readonly AnswerPiece[] {
  if (!piece.isParagraph) return [piece]
  const kept = sentencesOf(piece.text).filter((text) => !leadsIn(text) && !closing.test(text))
  const joint = /[\u3400-\u9fff]/.test(piece.text) ? '。' : '. '
  return kept.length === 0 ? [] : [{ ...piece, text: kept.join(joint) }]
}

/** Where most pieces have heads, those that have none go on with the one before. */
function folded(pieces: readonly AnswerPiece[]): readonly AnswerPiece[] {
  const named = pieces.filter(({ head }) => head !== '').length
  if (named < fewest || named * 2 < pieces.length) return pieces
  const all: AnswerPiece[] = []
  for (const piece of pieces) {
    const before = all.at(-1)
    if (piece.head !== '' || before === undefined || closing.test(piece.text)) {
      if (piece.head !== '' || before === undefined) all.push(piece)
      continue
    }
    all[all.length - 1] = { ...before, below: [...before.below, piece] }
  }
  return all
}
