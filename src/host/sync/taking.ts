import { dirname } from 'node:path'
import type { Restored } from '../../archive/examination.ts'
import { reasonOf, UserError } from '../../errors.ts'
import type { Day } from '../../schedule/day.ts'
import type { IdOf, TakenText } from '../../sync/meeting.ts'
import type { Joined } from '../../sync/plan.ts'
import { settingsTaken } from '../../sync/shared-settings.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { makeFolder, syncFolder } from '../store/append.ts'
import { discard } from '../store/discard.ts'
import { type HomeFolders, placeOf } from '../store/home-files.ts'
import { readable, saving } from '../store/own-files.ts'
import { restoring } from '../store/restore.ts'
import type { SettingsStore } from '../store/settings.ts'
import { writeWhole } from '../store/whole-file.ts'

/** What came, and the texts that were edited here meanwhile and so did not. */
export type Taken = {
  readonly restored: Restored
  readonly texts: number
  readonly kept: ReadonlySet<string>
}

/**
 * Adds what a plan takes: lines behind ours, texts that nobody edited since the plan was made, settings.
 * All of it is on disk when this returns. Throws the faults `not-saved` and `settings-not-saved`.
 */
export async function takeIn(
  home: HomeFolders,
  settings: SettingsStore,
  plan: Joined,
  idOf: IdOf,
): Promise<Taken> {
  // lines and steps need no date: only a file put beside another bears one
  const { take, restored } = restoring(home, settings, 0 as Day)
  for (const member of plan.lines) await take(member)
  const { failed } = restored()
  for (const { path, reason } of failed) throw new UserError({ code: 'not-saved', path, reason })
  const kept = new Set<string>()
  for (const text of plan.texts) if (!put(home, text, idOf)) kept.add(text.path)
  for (const [key, value] of settingsTaken(settings.own(), plan.settings)) {
    await settings.write(key, value)
  }
  return { restored: restored(), texts: plan.texts.length - kept.size, kept }
}

/** Puts a text in its place; false if what stands there is no longer what it was to follow. */
function put(home: HomeFolders, { path, bytes, instead }: TakenText, idOf: IdOf): boolean {
  const place = placeOf(home, path)
  const now = readable(place, () => bytesAt(place))
  const id = now === undefined || now.length === 0 ? '' : idOf(now)
  if (id !== (instead ?? '') && id !== idOf(bytes)) return false
  saving(place, () => {
    if (bytes.length === 0) {
      if (!discard(place)) throw new Error('still there')
      syncFolder(dirname(place))
      return
    }
    makeFolder(dirname(place))
    writeWhole(place, bytes, 0o600)
  })
  return true
}

function bytesAt(place: string): Buffer | undefined {
  try {
    return readNamed(place, { most: mostOwn })
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return undefined
    throw error
  }
}
