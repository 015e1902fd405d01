import { many, naming, number, off, on, oneOf, text, whole } from './kinds.ts'
import type { Rows, Said } from './row.ts'

/** How a document is to look; each kind of file heeds some of it. */
export const lookRows = {
  title: { kind: text, takes: '<text>', says: 'title' },
  layout: {
    kind: oneOf('notes', 'quiz', 'summary'),
    takes: '<layout>',
    says: 'layout',
    usual: 'notes',
  },
  answers: { kind: oneOf('none', 'end', 'inline'), takes: '<place>', says: 'answers' },
  code: { kind: off, says: 'noCode' },
  paper: { kind: oneOf('a4', 'a5', 'letter'), takes: '<size>', says: 'paper', usual: 'a4' },
  columns: { kind: whole(1, 3), takes: '<count>', says: 'columns' },
  fontSize: { kind: number(6, 36), takes: '<points>', says: 'fontSize' },
  largePrint: { kind: on, says: 'largePrint', decides: ['columns'] },
  withHistory: { kind: on, says: 'withHistory' },
  font: { kind: many(naming('file')), takes: '<file>', says: 'font' },
} satisfies Rows

export type LookOptions = Said<typeof lookRows>
