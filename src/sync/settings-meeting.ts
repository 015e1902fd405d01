import type { IdOf, ReadBlob } from './meeting.ts'
import { settingsPath } from './places.ts'
import {
  type SettingsUnion,
  type SharedSettings,
  settingsText,
  settingsUnion,
  sharedIn,
} from './shared-settings.ts'
import type { Here, There } from './sides.ts'
import type { Met } from './state.ts'
import type { GivenFile } from './tree.ts'

/** Where the settings of both sides meet. */
export type SettingsMeeting = {
  readonly reads: readonly string[]
  readonly settle: (read: ReadBlob) => {
    readonly union: SettingsUnion
    readonly given: readonly GivenFile[]
    readonly met: Omit<Met, 'texts'>
  }
}

const noChange = { take: new Map(), give: new Map(), disputed: [] }

/** The file is not read where neither it nor ours changed since both met. */
export function settingsMeeting(here: Here, there: There, idOf: IdOf): SettingsMeeting {
  const entry = there.entries.get(settingsPath)
  const { settings: known, settingsId } = there.met
  if (entry?.id === settingsId && isSame(here.settings, known)) {
    const same = { union: noChange, given: [], met: { settings: known, settingsId } }
    return { reads: [], settle: () => same }
  }
  // what was never there, or went with all else, took nothing back
  const met = entry === undefined ? {} : known
  const sent = entry === undefined ? {} : (there.pending?.settings ?? {})
  return {
    reads: entry === undefined ? [] : [entry.id],
    settle: (read) => {
      const text = entry === undefined ? '' : Buffer.from(read(entry.id)).toString()
      const union = settingsUnion(here.settings, sharedIn(text), (name) => ({
        met: [valueIn(met, name)],
        sent: Object.hasOwn(sent, name) ? [valueIn(sent, name)] : [],
      }))
      const bytes = Buffer.from(union.give.size > 0 ? settingsText(text, union.give) : text)
      const id = union.give.size > 0 ? idOf(bytes) : entry?.id
      return {
        union,
        given: union.give.size > 0 ? [{ path: settingsPath, bytes }] : [],
        met: { settings: after(here.settings, union), settingsId: id },
      }
    },
  }
}

function valueIn(settings: Met['settings'], name: string): string | undefined {
  return Object.hasOwn(settings, name) ? settings[name] : undefined
}

function isSame(ours: SharedSettings, known: Met['settings']): boolean {
  const names = Object.keys(known)
  return ours.size === names.length && names.every((name) => ours.get(name) === known[name])
}

function after(ours: SharedSettings, { take }: SettingsUnion): Met['settings'] {
  const all = new Map(ours)
  for (const [name, value] of take) {
    if (value === undefined) all.delete(name)
    else all.set(name, value)
  }
  return Object.fromEntries(all)
}
