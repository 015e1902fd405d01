import type { Examination, Mended, Restored, Spoilt } from '../../archive/examination.ts'
import type { Day } from '../../schedule/day.ts'
import { rulesOf } from '../../schedule/rules.ts'
import { studyDay } from '../../schedule/time.ts'
import type { Clock } from '../clock.ts'
import { mendHome } from '../health/mend.ts'
import { inBackground } from '../sync/background.ts'
import { copyPath, keepDailyCopy, thinCopies, writeBackup } from './backups.ts'
import { clearCaches, examine, setDamagedAside } from './doctor.ts'
import type { HomeFolders } from './home-files.ts'
import { leftovers, tidied } from './keeping/leftovers.ts'
import { readBackup } from './keeping/unpack.ts'
import { restoring } from './restore.ts'
import type { SettingsStore } from './settings.ts'

/** Everything of the person's as a whole: checked, copied, brought back. */
export type Keeper = {
  /**
   * Writes a backup, to today's place among the dated copies if no other is named; gives its path.
   * Throws the faults `file-exists`, unless it may be replaced, `own-not-readable` and `not-saved`.
   */
  readonly backup: (path: string | undefined, replace: boolean) => string
  /** Makes today's copy if there is none. Never throws. */
  readonly keepDailyCopy: () => void
  /** Adds what a backup has and we lack; also says how many of its lines are damaged. */
  readonly restore: (path: string) => Promise<Restored & Spoilt>
  readonly examine: () => Promise<Examination>
  /** Mends what of our files and folders may be; says what. */
  readonly mend: () => readonly Mended[]
  /** Throws away all caches; gives how many went. */
  readonly clearCaches: () => number
  /** Throws away what kills left and nobody needs; gives how many files. */
  readonly tidy: () => number
  /** Copies damaged pieces where they can be looked at; gives their paths. */
  readonly setDamagedAside: (examination: Examination) => readonly string[]
}

type Machine = Clock & { readonly settings: SettingsStore }

export function openKeeper(home: HomeFolders, cache: string, host: Machine): Keeper {
  const today = (): Day => {
    const at = host.now()
    return studyDay(at, host.offsetAt(at), rulesOf(host.settings.read(), undefined).dayStartMs)
  }
  const all = { ...home, cache }
  return {
    backup: (path, replace) => {
      const target = path ?? copyPath(home, today())
      // whoever asks for a dated copy wants today's anew
      writeBackup(home, target, host.now(), replace || path === undefined)
      if (path === undefined) thinCopies(home, today())
      return target
    },
    keepDailyCopy: () => {
      try {
        if (keepDailyCopy(home, today(), host.now(), () => inBackground('backup'))) tidied(all)
      } catch {
        // settings that cannot be read are told by whoever asks for them
      }
    },
    restore: async (path) => {
      const { take, restored } = restoring(home, host.settings, today())
      const spoilt = await readBackup(path, take)
      return { ...restored(), ...spoilt }
    },
    examine: () => examine(home, cache, host.now(), leftovers(all)),
    mend: () => mendHome(all),
    tidy: () => tidied(all),
    clearCaches: () => clearCaches(cache),
    setDamagedAside: (examination) => setDamagedAside(home, examination),
  }
}
