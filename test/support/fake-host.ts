import type { Library } from '../../src/cards/card.ts'
import { inspect } from '../../src/cards/inspect.ts'
import { parse } from '../../src/cards/parse.ts'
import { UserError } from '../../src/errors.ts'
import type { Host, LiveScreen, Menu } from '../../src/host/host.ts'
import type { Settings } from '../../src/host/settings.ts'
import { history } from '../../src/journal/history.ts'
import { encode } from '../../src/journal/record.ts'
import type { Instant } from '../../src/schedule/schedule.ts'
import { collectionOf } from '../../src/search/collection.ts'
import type { Heard } from '../../src/session/heard.ts'
import { jsonText } from '../../src/view/json.ts'
import type { Look } from '../../src/view/look.ts'
import { plainLook } from './look.ts'

/** What a person does at a live screen or a menu, in order. */
export type Reply =
  | { readonly type: string }
  | { readonly key: string }
  | { readonly wait: number }
  | { readonly pick: number }

export type FakeOptions = {
  /** Markdown by file name; every `--library` path and the bundled banks read it. */
  readonly library?: Readonly<Record<string, string>>
  readonly replies?: readonly Reply[]
  readonly look?: Partial<Look>
  readonly interactive?: boolean
  /** How many appends fail before one works. */
  readonly failures?: number
  /** The person's own glossary. */
  readonly glossary?: string
  readonly stdin?: string
}

export type FakeHost = Host & {
  /** Everything printed, as a person would scroll through it. */
  readonly printed: () => string
  readonly warned: () => string
  readonly journalText: () => string
  /** What was opened in the editor, each with its line. */
  readonly opened: readonly string[]
}

/** A host whose clock moves only when a reply waits. */
export function fakeHost(options: FakeOptions = {}): FakeHost {
  const look: Look = { ...plainLook, ...options.look }
  const replies = [...(options.replies ?? [])]
  const printed: string[] = []
  const warned: string[] = []
  const opened: string[] = []
  let settings: Settings = {}
  let awake = 0
  let journal = ''
  let failures = options.failures ?? 0
  let count = 0

  const next = (): Reply => {
    const reply = replies.shift()
    if (reply === undefined) throw new Error('the script of replies is too short')
    return reply
  }
  const heard = (reply: Reply): Heard => {
    if ('wait' in reply) {
      awake += reply.wait
      return { kind: 'tick', at: awake }
    }
    if ('key' in reply) return { kind: 'key', name: reply.key, columns: look.columns, at: awake }
    if ('type' in reply) return { kind: 'text', text: reply.type, at: awake }
    throw new Error('a menu was answered, but a screen asked')
  }
  const live = async <State, Result>(screen: LiveScreen<State, Result>): Promise<Result> => {
    let state = screen.state
    let event: Heard = { kind: 'tick', at: awake }
    for (;;) {
      const step = screen.hear(state, event)
      if (step.kind === 'done') return step.result
      state = step.state
      screen.draw(state, look)
      event = heard(next())
    }
  }
  const choose = async <Value>(menu: Menu<Value>): Promise<Value> => {
    const reply = next()
    const choice = 'pick' in reply ? menu.choices[reply.pick] : undefined
    if (choice === undefined) throw new Error(`the menu “${menu.message}” got no choice`)
    return choice.value
  }
  return {
    now: () => Date.UTC(2026, 10, 22, 12) as Instant,
    offsetAt: () => 480,
    random: () => 0.5,
    banks: { en: 'bank', zh: 'bank' },
    readLibrary: async (root) => libraryOf(root, options.library ?? {}),
    inspectLibrary: async (root) => {
      const library = libraryOf(root, options.library ?? {})
      const inspected = library.decks.map(
        (deck) => [deck.file, inspect(options.library?.[deck.file] ?? '', deck)] as const,
      )
      return { library, inspections: new Map(inspected) }
    },
    openSearch: async (libraries) => {
      const read = libraries.map(({ path }) => libraryOf(path, options.library ?? {}))
      const cards = read.flatMap(({ decks }) => decks.flatMap((deck) => deck.cards))
      const problems = read.flatMap((library) => library.problems)
      return { collection: collectionOf(cards), problems, glossary: options.glossary ?? '' }
    },
    ownGlossary: async () => options.glossary ?? '',
    readAnswer: async (path) => (path === undefined ? (options.stdin ?? '') : `(${path})`),
    pathOf: ({ library, file }) => `${library}/${file}`,
    openEditor: async (path, line) => void opened.push(`${path}:${line}`),
    absolute: (path) => (path.startsWith('/') ? path : `/here/${path}`),
    exists: (path) => !path.includes('missing'),
    settings: {
      read: () => settings,
      write: async (key, value) => {
        const { [key]: _, ...others } = settings
        settings = value === undefined ? others : { ...others, [key]: value }
      },
    },
    openJournal: () => ({
      nextId: () => `run-${count++}`,
      append: (record) => {
        if (failures-- > 0) {
          throw new UserError({ code: 'not-saved', path: '/home/journal', reason: 'ENOSPC' })
        }
        journal += encode(record)
      },
      read: () => history([{ device: 'here', text: journal }]),
    }),
    terminal: {
      interactive: options.interactive ?? true,
      isTerminal: options.interactive ?? true,
      look: () => look,
      print: (lines) => void printed.push(...lines),
      progress: () => {},
      indexing: () => {},
      warn: (lines) => void warned.push(...lines),
      json: (value) => void printed.push(jsonText(value, 0).trimEnd()),
      write: (text) => void printed.push(text.replace(/\n$/, '')),
      live,
      choose,
    },
    printed: () => printed.join('\n'),
    warned: () => warned.join('\n'),
    journalText: () => journal,
    opened,
  }
}

function libraryOf(root: string, files: Readonly<Record<string, string>>): Library {
  const parsed = Object.entries(files).map(([file, text]) => parse({ library: root, file, text }))
  return {
    root,
    decks: parsed.map(({ deck }) => deck),
    problems: parsed.flatMap(({ problems }) => problems),
  }
}
