import { hasColumns, numberIn, type Tables, textIn } from '../tables.ts'
import { messageIn, numberOf, textOf } from './protobuf.ts'

/** How notes become cards. */
export type NoteType = {
  readonly fields: readonly string[]
  /** By their number. */
  readonly templates: ReadonlyMap<number, Template>
  readonly hasBlanks: boolean
}

export type Template = { readonly name: string; readonly front: string; readonly back: string }

/** What a collection says of itself. */
export type Model = {
  readonly types: ReadonlyMap<number, NoteType>
  /** The path of each deck, outermost first. */
  readonly decks: ReadonlyMap<number, readonly string[]>
  /** When its days begin to count, in seconds since 1970. */
  readonly created: number
  /** Whether it was made with the first scheduler of Anki, and never taken over to a later one. */
  readonly isFirstScheduler: boolean
}

/** Reads it in either form: as JSON in one row, up to schema 11, or as tables, in schema 18. */
export function modelOf(tables: Tables): Model {
  const [row] = [...tables.rows('col', ['crt', 'ver', 'conf', 'models', 'decks'])]
  const [crt, , conf, models, decks] = row ?? []
  const created = numberIn(crt)
  const isNew = hasColumns(tables, 'notetypes', ['id', 'name', 'config'])
  if (isNew) {
    const isFirstScheduler = !hasLaterScheduler(tables)
    return { types: typesIn(tables), decks: decksIn(tables), created, isFirstScheduler }
  }
  const isFirstScheduler = numberIn(textIn(jsonOf(textIn(conf)).schedVer as string)) < 2
  return {
    types: typesOf(jsonOf(textIn(models))),
    decks: decksOf(jsonOf(textIn(decks))),
    created,
    isFirstScheduler,
  }
}

type Json = Readonly<Record<string, unknown>>

function jsonOf(text: string): Json {
  try {
    return objectOf(JSON.parse(text))
  } catch {
    return {}
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function listOf(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.map(objectOf) : []
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function typesOf(models: Json): ReadonlyMap<number, NoteType> {
  return new Map(
    Object.entries(models).map(([id, model]) => {
      const { flds, tmpls, type } = objectOf(model)
      const templates = listOf(tmpls).map(({ ord, name, qfmt, afmt }, i) => {
        const template = { name: stringOf(name), front: stringOf(qfmt), back: stringOf(afmt) }
        return [typeof ord === 'number' ? ord : i, template] as const
      })
      const fields = listOf(flds).map(({ name }) => stringOf(name))
      return [Number(id), { fields, templates: new Map(templates), hasBlanks: type === 1 }]
    }),
  )
}

function decksOf(decks: Json): ReadonlyMap<number, readonly string[]> {
  return new Map(
    Object.entries(decks).map(([id, deck]) => [
      Number(id),
      stringOf(objectOf(deck).name).split('::'),
    ]),
  )
}

// The unit separator stands between the levels of a deck.
const between = '\x1f'

function decksIn(tables: Tables): ReadonlyMap<number, readonly string[]> {
  const rows = [...tables.rows('decks', ['id', 'name'])]
  return new Map(rows.map(([id, name]) => [numberIn(id), textIn(name).split(between)]))
}

/** In rslib/proto/anki/notetypes.proto: the kind of a note type, the two sides of a template. */
const kindField = 1
const frontField = 1
const backField = 2

function typesIn(tables: Tables): ReadonlyMap<number, NoteType> {
  const types = new Map<
    number,
    { fields: string[]; templates: Map<number, Template>; hasBlanks: boolean }
  >()
  for (const [id, config] of tables.rows('notetypes', ['id', 'config'])) {
    const hasBlanks = config instanceof Uint8Array && numberOf(messageIn(config), kindField) === 1
    types.set(numberIn(id), { fields: [], templates: new Map(), hasBlanks })
  }
  for (const [id, ord, name] of tables.rows('fields', ['ntid', 'ord', 'name'])) {
    const type = types.get(numberIn(id))
    if (type !== undefined && numberIn(ord) < 1000) type.fields[numberIn(ord)] = textIn(name)
  }
  for (const [id, ord, name, config] of tables.rows('templates', [
    'ntid',
    'ord',
    'name',
    'config',
  ])) {
    const message = messageIn(config instanceof Uint8Array ? config : new Uint8Array())
    const [front, back] = [textOf(message, frontField), textOf(message, backField)]
    types.get(numberIn(id))?.templates.set(numberIn(ord), { name: textIn(name), front, back })
  }
  return types
}

function hasLaterScheduler(tables: Tables): boolean {
  for (const [key, value] of tables.rows('config', ['KEY', 'val'])) {
    if (textIn(key) === 'schedVer') return numberIn(textIn(value)) >= 2
  }
  return false
}
