import type { Member } from '../archive/archive.ts'
import { grouped } from '../text/grouped.ts'
import { devicesMeeting } from './devices.ts'
import {
  type IdOf,
  interviewMeeting,
  logMeeting,
  type Meeting,
  type Outcome,
  type ReadBlob,
  textMeeting,
} from './meeting.ts'
import { type SharedFile, sharedFile } from './places.ts'
import { settingsMeeting } from './settings-meeting.ts'
import type { Disputed, SettingsUnion } from './shared-settings.ts'
import type { Here, There } from './sides.ts'
import type { DeviceSaid, Met, NotTaken } from './state.ts'
import type { SharedEntry } from './tree.ts'

/** What joining both comes to. */
export type Joined = Omit<Outcome, 'met'> & {
  readonly settings: SettingsUnion['take']
  readonly disputed: readonly Disputed[]
  readonly met: Met
  readonly devices: readonly DeviceSaid[]
}

/** A plan that is not made yet: the blobs that have to be read before. */
export type JoinPlan = {
  readonly reads: readonly string[]
  readonly plan: (read: ReadBlob) => Joined
}

/** A file that is larger is not read, in bytes. */
const mostRead = 64 << 20

/** Joins what is here with what is there. Reads nothing of what is equal on both sides. */
export function planning(here: Here, there: There, idOf: IdOf): JoinPlan {
  const { sound, tooLarge } = readable(there.entries)
  const whole = { ...there, entries: sound }
  const meetings = [
    ...logMeetings(here, sound, idOf),
    ...interviewMeetings(here, sound, idOf),
    ...textMeetings(here, whole, idOf),
  ]
  const settings = settingsMeeting(here, whole, idOf)
  const devices = devicesMeeting(here, whole, idOf)
  return {
    reads: [...meetings.flatMap(({ reads }) => reads), ...settings.reads, ...devices.reads],
    plan: (read) => {
      const outcome = together(meetings.map(({ settle }) => settle(read)))
      const set = settings.settle(read)
      const said = devices.settle(read)
      return {
        ...outcome,
        damage: [...tooLarge, ...outcome.damage],
        given: [...outcome.given, ...set.given, ...said.given],
        settings: set.union.take,
        disputed: set.union.disputed,
        met: { ...set.met, texts: Object.fromEntries(outcome.met) },
        devices: said.devices,
      }
    },
  }
}

function readable(entries: There['entries']): {
  readonly sound: There['entries']
  readonly tooLarge: readonly NotTaken[]
} {
  const ours = [...entries.values()].filter(({ path }) => sharedFile(path) !== undefined)
  const large = ours.filter(({ size }) => size > mostRead)
  return {
    sound: new Map(ours.filter(({ size }) => size <= mostRead).map((one) => [one.path, one])),
    tooLarge: large.map(({ path, size }) => ({ path, line: 0, start: 0, end: size, why: 'size' })),
  }
}

type Placed<Kind extends SharedFile['kind']> = SharedEntry &
  Extract<SharedFile, { readonly kind: Kind }>

function placed<Kind extends SharedFile['kind']>(
  entries: There['entries'],
  kind: Kind,
): readonly Placed<Kind>[] {
  return [...entries.values()].flatMap((entry) => {
    const file = sharedFile(entry.path)
    return file?.kind === kind ? [{ ...file, ...entry } as Placed<Kind>] : []
  })
}

function logMeetings(here: Here, entries: There['entries'], idOf: IdOf): readonly Meeting[] {
  const ours = new Map(
    here.files.filter(({ path }) => /^(?:journal|registry)\//.test(path)).map(byPath),
  )
  const theirs = grouped(placed(entries, 'piece'), ({ file }) => file)
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((path) => {
    const pieces = [...(theirs.get(path) ?? [])].sort((a, b) => a.piece - b.piece)
    return logMeeting(path, ours.get(path) ?? Buffer.alloc(0), pieces, idOf)
  })
}

function interviewMeetings(here: Here, entries: There['entries'], idOf: IdOf): readonly Meeting[] {
  const isInterview = ({ path }: Member) => sharedFile(path)?.kind === 'interview'
  const ours = new Map(here.files.filter(isInterview).map(byPath))
  const theirs = new Map(placed(entries, 'interview').map((one) => [one.file, one]))
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((path) =>
    interviewMeeting(path, ours.get(path), theirs.get(path), idOf),
  )
}

function textMeetings(here: Here, there: There, idOf: IdOf): readonly Meeting[] {
  const ours = new Map(
    here.files.filter(({ path }) => sharedFile(path)?.kind === 'text').map(byPath),
  )
  const theirs = new Map(placed(there.entries, 'text').map((one) => [one.file, one]))
  const known = [there.met.texts, there.pending?.texts ?? {}]
  const paths = new Set([...ours.keys(), ...theirs.keys(), ...known.flatMap(Object.keys)])
  return [...paths].map((path) => {
    const [met = [], sent = []] = known.map((one) =>
      Object.hasOwn(one, path) ? [one[path] ?? ''] : [],
    )
    return textMeeting(path, ours.get(path), theirs.get(path), { met, sent }, idOf)
  })
}

function byPath({ path, bytes }: Member): readonly [string, Uint8Array] {
  return [path, bytes]
}

function together(all: readonly Outcome[]): Outcome {
  return {
    lines: all.flatMap(({ lines }) => lines),
    texts: all.flatMap(({ texts }) => texts),
    given: all.flatMap(({ given }) => given),
    records: all.reduce((sum, { records }) => sum + records, 0),
    met: all.flatMap(({ met }) => met),
    beside: all.flatMap(({ beside }) => beside),
    damage: all.flatMap(({ damage }) => damage),
  }
}
