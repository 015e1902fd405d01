import { basename, dirname, extname, join } from 'node:path'
import type { Member } from '../../archive/archive.ts'
import type { Restored } from '../../archive/examination.ts'
import { reasonOf, UserError } from '../../errors.ts'
import { linesLacking, wholeLines } from '../../log/pieces.ts'
import { plainKeys, settingsIn } from '../../options/settings.ts'
import { type Day, dayText } from '../../schedule/day.ts'
import { mostOwn, readNamed } from '../files/read-file.ts'
import { appendLines, makeFolder } from './append.ts'
import { type HomeFolders, placeOf } from './home-files.ts'
import { namesIn, readable, saving } from './own-files.ts'
import type { SettingsStore } from './settings.ts'
import { writeWhole } from './whole-file.ts'

/** A restore on its way: takes file after file of a backup. */
export type Restoring = {
  /** Adds what this file has and we lack. Never throws: one that cannot be used stops no other. */
  readonly take: (member: Member) => Promise<void>
  readonly restored: () => Restored
}

type Counts = { records: number; cards: number; notes: number; interviews: number }

/** Adds what a backup has and we lack; nothing of ours is overwritten. */
export function restoring(home: HomeFolders, settings: SettingsStore, today: Day): Restoring {
  const sum: Counts = { records: 0, cards: 0, notes: 0, interviews: 0 }
  const set: string[] = []
  const beside: string[] = []
  const failed: { path: string; reason: string }[] = []
  const add = async (member: Member): Promise<void> => {
    const path = placeOf(home, member.path)
    if (member.path === 'settings.json') {
      set.push(...(await addSettings(member, settings)))
      return
    }
    const [folder] = member.path.split('/')
    if (folder === 'journal') sum.records += addLines(path, member)
    else if (folder === 'registry') sum.cards += addLines(path, member)
    else if (path.endsWith('.jsonl')) sum.interviews += addSteps(path, member)
    else {
      const added = addFile(path, member, today)
      if (added !== undefined && added !== path) beside.push(added)
      if (added !== path) return
      if (folder === 'notes') sum.notes += 1
      else if (folder === 'interviews') sum.interviews += 1
      else set.push(member.path)
    }
  }
  return {
    take: async (member) => {
      try {
        await add(member)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        failed.push({ path: member.path, reason: reasonOf(error) })
      }
    },
    restored: () => ({ ...sum, settings: set, beside, failed }),
  }
}

/** Appends the whole records that a file of ours lacks, and gives how many. */
function addLines(path: string, { bytes }: Member): number {
  const known = new Set(wholeLines(read(path) ?? Buffer.alloc(0)))
  const lacking = [...new Set(wholeLines(bytes))].filter((line) => !known.has(line))
  append(path, lacking)
  return lacking.length
}

/**
 * Brings an interview back, or appends the steps that ours lacks: of one that went on since, there are
 * none. Gives how many interviews that were. A copy that was once put beside another is that other.
 */
function addSteps(copy: string, { bytes }: Member): number {
  const path = copy.replace(/\.restored-[\d-]+(?=\.jsonl$)/, '')
  const steps = wholeLines(bytes)
  const ours = read(path)
  if (ours === undefined) {
    if (steps.length === 0) return 0
    make(path, steps.map((line) => `${line}\n`).join(''))
    return 1
  }
  const lacking = linesLacking(steps, wholeLines(ours))
  append(path, lacking)
  return lacking.length > 0 ? 1 : 0
}

function append(path: string, lines: readonly string[]): void {
  if (lines.length > 0) saving(path, () => appendLines(path, `${lines.join('\n')}\n`))
}

/** Where the file was written; undefined if it is there already, or a copy of it beside ours. */
function addFile(path: string, { bytes }: Member, today: Day): string | undefined {
  const ours = read(path)
  if (ours === undefined) {
    make(path, bytes)
    return path
  }
  const end = extname(path)
  const start = `${basename(path, end)}.restored-`
  const copies = namesIn(dirname(path)).filter((name) => name.startsWith(start))
  const all = [ours, ...copies.map((name) => read(join(dirname(path), name)))]
  if (all.some((one) => one?.equals(bytes))) return undefined
  for (let n = 1; ; n += 1) {
    const name = `${start}${dayText(today)}${n === 1 ? '' : `-${n}`}${end}`
    if (copies.includes(name)) continue
    const target = join(dirname(path), name)
    make(target, bytes)
    return target
  }
}

function make(path: string, content: string | Uint8Array): void {
  saving(path, () => {
    makeFolder(dirname(path))
    writeWhole(path, content, 0o600)
  })
}

/** Sets what was not set, if it is valid still; gives the names of what was. */
async function addSettings({ bytes }: Member, settings: SettingsStore): Promise<readonly string[]> {
  const { own: theirs } = settingsIn(objectIn(bytes))
  const ours = settings.own()
  const added: string[] = []
  for (const key of plainKeys) {
    if (ours[key] !== undefined || theirs[key] === undefined) continue
    await settings.write(key, theirs[key])
    added.push(key)
  }
  if (ours.libraries === undefined && (theirs.libraries ?? []).length > 0) {
    await settings.write('libraries', theirs.libraries)
    added.push('libraries')
  }
  const { presets: mine } = settings.read()
  const { presets = {} } = theirs
  if (Object.keys(presets).some((name) => !Object.hasOwn(mine, name))) {
    await settings.write('presets', { ...presets, ...mine })
    added.push('presets')
  }
  return added
}

function objectIn(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes).toString())
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function read(path: string): Buffer | undefined {
  return readable(path, () => {
    try {
      return readNamed(path, { most: mostOwn })
    } catch (error) {
      if (reasonOf(error) === 'ENOENT') return undefined
      throw error
    }
  })
}
