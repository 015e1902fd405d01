import { calledOut } from '../ways/callouts.ts'
import { inFence } from '../ways/fenced.ts'
import { nested } from '../ways/outline.ts'
import { paired, recalled } from '../ways/recall.ts'
import {
  areTopicsOfOneList,
  areVaried,
  isLoneSection,
  isMostOfOutline,
  isMostOfRegion,
  isNumberedRun,
  isRunOfBank,
} from './fitness.ts'
import {
  behindIntroduction,
  boldThatAsk,
  linesThatAsk,
  outermost,
  withMissing,
  withNeighbours,
  withSiblings,
} from './picks.ts'
import { markedShape, type QuestionShape, type ShapeRow } from './shape.ts'
import { counted, listItem, styles, usual } from './usual.ts'
import {
  boldLine,
  bulletItem,
  classed,
  headed,
  labelled,
  orderedItem,
  plainLine,
  quoted,
  summarised,
  tableRows,
} from './ways.ts'

/** The ways in which a question can begin, one row each. Of one block the first that finds has it. */
export const shapeRows: readonly ShapeRow[] = [
  // read by `marked.ts`: nothing of it is weighed or cut here
  { ...usual, name: markedShape },
  { ...usual, name: 'title', ends: 'document' },
  {
    ...usual,
    name: 'heading',
    levels: [1, 2, 3, 4, 5, 6],
    wide: { cards: behindIntroduction },
    widths: styles,
    found: { heading: headed },
    enough: [
      { count: 2, share: 0.2, score: 0.33, weight: 0.1 },
      { count: 2, score: 0.33, weight: 0.1, where: areTopicsOfOneList },
      { count: 1, share: 1, where: isLoneSection },
    ],
    trustsNumbers: true,
  },
  {
    ...usual,
    name: 'recall',
    found: { paragraph: recalled, item: paired },
    enough: [
      { count: 1, share: 1 },
      { count: 2, share: 0.4 },
      { count: 3, where: isMostOfRegion },
    ],
    opens: 'always',
    vouches: true,
    bonus: 0.2,
  },
  {
    ...usual,
    name: 'callout',
    found: { quote: calledOut },
    enough: [{ count: 1 }],
    opens: 'always',
    vouches: true,
    bonus: 0.2,
  },
  {
    ...usual,
    name: 'fenced',
    found: { code: inFence },
    enough: [{ count: 1, share: 1 }, { count: 2 }],
    opens: 'always',
    ends: 'block',
    vouches: true,
    bonus: 0.2,
  },
  {
    ...usual,
    name: 'label',
    found: { paragraph: labelled, item: labelled, html: classed },
    enough: [{ count: 1 }],
    opens: 'always',
    ends: 'list',
    vouches: true,
    cards: withMissing,
    trustsNumbers: true,
    bonus: 0.3,
  },
  {
    ...usual,
    name: 'bold',
    wide: { cards: boldThatAsk },
    widths: { ...styles, numbered: { ...counted, opens: 'always' } },
    found: { paragraph: boldLine },
    enough: [
      { count: 2, share: 0.5, score: 0.4 },
      { count: 5, where: isNumberedRun },
    ],
    takesStatements: false,
    trustsNumbers: true,
  },
  {
    ...usual,
    name: 'line',
    wide: { standsAlone: false, opens: 'never', cards: linesThatAsk },
    widths: {
      ...styles,
      ruled: {},
      stacked: { opens: 'never', standsAlone: false, cards: linesThatAsk },
    },
    found: { paragraph: plainLine },
    enough: [
      { count: 3, share: 0.4 },
      { count: 10, share: 0.2, where: isRunOfBank },
    ],
    takesStatements: false,
    holdsFrom: 0.5,
  },
  {
    ...listItem,
    name: 'ordered',
    widths: { bold: { standsAlone: true }, link: {}, plain: {}, alone: { cards: withNeighbours } },
    found: { item: orderedItem },
  },
  {
    ...listItem,
    name: 'bullet',
    widths: { bold: { standsAlone: true }, link: {}, plain: {}, alone: {} },
    found: { item: bulletItem },
  },
  {
    ...usual,
    name: 'tagged',
    found: { item: nested },
    enough: [{ count: 1 }],
    opens: 'always',
    ends: 'item',
    vouches: true,
    cards: withSiblings,
    bonus: 0.3,
  },
  {
    ...usual,
    name: 'nested',
    standsAlone: false,
    enough: [{ count: 4, share: 0.9, where: isMostOfOutline }],
    ends: 'item',
  },
  {
    ...usual,
    name: 'framed',
    enough: [{ count: 3, share: 0.4 }],
    ends: 'list',
    vouches: true,
    cards: withMissing,
    bonus: 0.1,
  },
  {
    ...usual,
    name: 'summary',
    found: { summary: summarised },
    enough: [
      { count: 2, share: 0.4 },
      { count: 4, weight: 0.15, where: areVaried },
    ],
    opens: 'always',
    ends: 'fold',
    cards: outermost,
  },
  {
    ...usual,
    name: 'row',
    found: { table: tableRows },
    enough: [{ count: 3, weight: 0.25 }],
    standsAlone: false,
    opens: 'always',
    ends: 'block',
  },
  {
    ...usual,
    name: 'quote',
    found: { quote: quoted },
    enough: [
      { count: 3, share: 0.5 },
      { count: 5, where: isNumberedRun },
    ],
    standsAlone: false,
  },
]

const byName = new Map(shapeRows.flatMap(shapesOf).map((shape) => [shape.name, shape]))

/** The names of all shapes that an owner may say; the wide ones before their narrower forms. */
export const shapeNames: readonly string[] = [...byName.values()]
  .filter(({ name }) => name !== markedShape)
  .sort((one, other) => Number(one.wider !== undefined) - Number(other.wider !== undefined))
  .map(({ name }) => name)

/** A shape by its name, such as `heading-3` or `bold-numbered`. */
export function shapeNamed(name: string): QuestionShape | undefined {
  return byName.get(name)
}

/** A row at all its widths, for each of its levels. */
function shapesOf(row: ShapeRow): readonly QuestionShape[] {
  const { name, levels, found: _, wide, widths, ...traits } = row
  const names = levels.length === 0 ? [name] : levels.map((level) => `${name}-${level}`)
  return names.flatMap((widest) => {
    const wider: QuestionShape = { ...traits, ...wide, name: widest, wider: undefined }
    const narrower = Object.entries(widths).map(
      ([end, own]): QuestionShape => ({ ...traits, ...own, name: `${widest}-${end}`, wider }),
    )
    return [wider, ...narrower]
  })
}
