import { createHash } from 'node:crypto'
import type { Member } from '../../src/archive/archive.ts'
import { history } from '../../src/journal/history.ts'
import { linesLacking, wholeLines } from '../../src/log/pieces.ts'
import { markText } from '../../src/sync/mark.ts'
import { markPath } from '../../src/sync/places.ts'
import { type Joined, planning } from '../../src/sync/plan.ts'
import type { SharedSettings } from '../../src/sync/shared-settings.ts'
import { newRemote, nothingMet, type RemoteState } from '../../src/sync/state.ts'
import type { GivenFile, SharedEntry } from '../../src/sync/tree.ts'

/** What stands at a remote of the tests, a commit a list; nothing of git is in it. */
export type FakeRemote = {
  tip: number | undefined
  readonly commits: {
    readonly on: number | undefined
    readonly files: ReadonlyMap<string, Buffer>
  }[]
}

/** A machine of the tests: its files, its settings, what it remembers. */
export type Machine = {
  readonly device: string
  readonly files: Map<string, Buffer>
  settings: Map<string, string>
  state: RemoteState
}

/** Where a kill strikes. */
export type Kill = 'take' | 'torn' | 'push' | 'pushed' | undefined

const idOf = (bytes: Uint8Array) =>
  createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')

export function machine(device: string): Machine {
  return { device, files: new Map(), settings: new Map(), state: newRemote('there') }
}

export function fakeRemote(): FakeRemote {
  return { tip: undefined, commits: [] }
}

/** Appends as a machine does: a torn line before is ended first. */
export function append({ files }: Machine, path: string, text: string): void {
  const before = files.get(path) ?? Buffer.alloc(0)
  const isOpen = before.length > 0 && before.at(-1) !== 0x0a
  files.set(path, Buffer.concat([before, Buffer.from(isOpen ? `\n${text}` : text)]))
}

/** One meeting of a machine and a remote; `meanwhile` happens before it pushes. */
export function meet(
  one: Machine,
  remote: FakeRemote,
  kill: Kill = undefined,
  meanwhile: () => void = () => {},
): Joined | undefined {
  for (;;) {
    const { tip } = remote
    const files =
      tip === undefined ? new Map<string, Buffer>() : (remote.commits[tip]?.files ?? new Map())
    const plan = planned(one, remote, files)
    if (!taken(one, plan, kill)) return undefined
    const given = withMark(plan.given, files)
    const done = { ...one.state, met: plan.met, pending: undefined, at: 1 }
    if (given.length === 0) {
      one.state = { ...done, commit: tip === undefined ? undefined : String(tip) }
      return plan
    }
    one.state = { ...one.state, pending: plan.met }
    if (kill === 'push') return undefined
    meanwhile()
    if (remote.tip !== tip) continue
    const next = new Map(files)
    for (const { path, bytes } of given) next.set(path, Buffer.from(bytes))
    remote.tip = remote.commits.push({ on: tip, files: next }) - 1
    if (kill === 'pushed') return undefined
    one.state = { ...done, commit: String(remote.tip) }
    return plan
  }
}

function planned(one: Machine, remote: FakeRemote, files: ReadonlyMap<string, Buffer>): Joined {
  const { commit } = one.state
  const isHeld = commit === undefined || holds(remote, remote.tip, Number(commit))
  const remembered = isHeld
    ? { met: one.state.met, pending: one.state.pending }
    : { met: nothingMet, pending: undefined }
  const entries = new Map<string, SharedEntry>(
    [...files].map(([path, bytes]) => [path, { path, id: idOf(bytes), size: bytes.length }]),
  )
  const here = {
    files: [...one.files].map(([path, bytes]): Member => ({ path, bytes })),
    settings: one.settings as SharedSettings,
    device: one.device,
    libraries: [],
  }
  const there = { entries, devices: [], ...remembered }
  const blobs = new Map([...files.values()].map((bytes) => [idOf(bytes), bytes]))
  return planning(here, there, idOf).plan((id) => blobs.get(id) ?? Buffer.alloc(0))
}

function holds({ commits }: FakeRemote, tip: number | undefined, older: number): boolean {
  for (let at = tip; at !== undefined; at = commits[at]?.on) if (at === older) return true
  return false
}

/** False if it was killed on the way. */
function taken(one: Machine, plan: Joined, kill: Kill): boolean {
  for (const [i, { path, bytes }] of plan.lines.entries()) {
    if (kill === 'take' && i > 0) return false
    const known = wholeLines(one.files.get(path) ?? Buffer.alloc(0))
    const lacking = path.startsWith('interviews/')
      ? linesLacking(wholeLines(bytes), known)
      : wholeLines(bytes).filter((line) => !known.includes(line))
    if (lacking.length === 0) continue
    const text = `${lacking.join('\n')}\n`
    append(one, path, kill === 'torn' ? text.slice(0, -9) : text)
    if (kill === 'torn') return false
  }
  for (const { path, bytes } of plan.texts) {
    if (bytes.length === 0) one.files.delete(path)
    else one.files.set(path, Buffer.from(bytes))
  }
  for (const [name, value] of plan.settings) {
    if (value === undefined) one.settings.delete(name)
    else one.settings.set(name, value)
  }
  return true
}

function withMark(
  given: readonly GivenFile[],
  files: ReadonlyMap<string, Buffer>,
): readonly GivenFile[] {
  if (files.has(markPath)) return given
  return [{ path: markPath, bytes: Buffer.from(markText('0123456789abcdef')) }, ...given]
}

/** The reviews and other acts of a machine that count, oldest first. */
export function actsOn({ files }: Machine) {
  const journals = [...files].filter(([path]) => path.startsWith('journal/'))
  return history(
    journals.map(([path, bytes]) => ({
      device: path.slice('journal/'.length, -'.jsonl'.length),
      bytes,
    })),
  )
}

/** The notes of a machine, by path. */
export function notesOn({ files }: Machine): Readonly<Record<string, string>> {
  const notes = [...files].filter(([path]) => path.startsWith('notes/'))
  return Object.fromEntries(notes.map(([path, bytes]) => [path, bytes.toString()]).sort())
}
