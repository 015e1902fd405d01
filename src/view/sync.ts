import type { Instant } from '../schedule/schedule.ts'
import { isoTime, minuteText } from '../schedule/time.ts'
import type { Synced, SyncStatus } from '../sync/outcome.ts'
import { safe } from '../text/text.ts'
import { wrap } from '../text/wrap.ts'
import { textColumns } from './layout.ts'
import type { Look } from './look.ts'

/** What will leave the machine, in the words of the person who has to know. */
export function leavesLines(remote: string, look: Look): readonly string[] {
  return look.say.sync.leaves(remote).flatMap((line) => {
    const rest = line.startsWith('·') ? '  ' : ''
    return wrap(safe(line), textColumns(look), { first: '', rest })
  })
}

/** What a sync came to. */
export function syncedLines(done: Synced, look: Look): readonly string[] {
  const words = look.say.sync
  const { received, given } = done
  const came = [
    ...(received.records > 0 ? [look.say.keeping.records(received.records)] : []),
    ...(received.cards > 0 ? [look.say.keeping.cards(received.cards)] : []),
    ...(received.interviews > 0 ? [look.say.keeping.interviews(received.interviews)] : []),
    ...(received.texts > 0 ? [look.say.keeping.notes(received.texts)] : []),
    ...(received.settings > 0 ? [words.settings(received.settings)] : []),
  ]
  const went = [
    ...(given.records > 0 ? [look.say.keeping.records(given.records)] : []),
    ...(given.files > 0 ? [words.files(given.files)] : []),
  ]
  const isQuiet = came.length + went.length === 0
  return [
    ...(done.upheaval === 'none' ? [] : [words.upheaval[done.upheaval]]),
    ...(came.length > 0 ? [words.received(came.join(' · '))] : []),
    ...(went.length > 0 ? [words.given(went.join(' · '))] : []),
    ...done.beside.map(([ours, theirs]) => words.beside(ours, theirs)),
    ...done.disputed.map(({ name, ours, theirs }) => words.disputed(name, ours, theirs)),
    ...(done.damage.length > 0 ? [words.damage(done.damage.length)] : []),
    ...(done.offered.length > 0 ? [words.offered] : []),
    ...done.offered.map((library) => `  viva library add ${library}`),
    isQuiet ? words.nothingNew(done.devices) : words.done(done.devices),
  ].flatMap((line) => wrap(safe(line), textColumns(look), { first: '', rest: '  ' }))
}

/** The same for other programs. */
export function syncedJson(done: Synced): object {
  return done
}

/** What is remembered of the usual remote, and when it is looked at. */
export type SyncSeen = {
  readonly status: SyncStatus
  readonly automatic: boolean
  readonly at: Instant
  readonly offset: number
}

/** Where to, how long ago, and what waits. */
export function statusLines(
  { status, automatic, at, offset }: SyncSeen,
  look: Look,
): readonly string[] {
  const words = look.say.sync
  const { remote } = status
  if (remote === undefined) return wrap(words.noRemote, textColumns(look))
  const met =
    remote.at === undefined
      ? words.status.never
      : words.status.met(
          minuteText(remote.at as Instant, offset),
          agoText(remote.at, at, look),
          remote.devices,
        )
  return [
    words.status.remote(remote.name),
    met,
    ...(status.waiting > 0 ? [words.status.waiting(status.waiting)] : []),
    ...(remote.damage > 0 ? [words.damage(remote.damage)] : []),
    ...(status.offered.length > 0 ? [words.offered] : []),
    ...status.offered.map((library) => `  viva library add ${library}`),
    words.status.automatic(automatic),
  ].flatMap((line) => wrap(safe(line), textColumns(look), { first: '', rest: '  ' }))
}

/** The same for other programs. */
export function statusJson({ status, automatic, offset }: SyncSeen): object {
  const { remote, waiting, offered } = status
  const at = remote?.at === undefined ? null : isoTime(remote.at as Instant, offset)
  return {
    remote: remote?.name ?? null,
    at,
    devices: remote?.devices ?? 0,
    waiting,
    damage: remote?.damage ?? 0,
    offered,
    autosync: automatic,
  }
}

/** How long ago something was, in words. */
export function agoText(then: number, now: number, look: Look): string {
  return look.say.sync.ago(Math.max(0, Math.floor((now - then) / 60_000)))
}
