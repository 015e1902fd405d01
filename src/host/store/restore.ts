import { readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Member, Unpacked } from '../../archive/archive.ts'
import type { Restored } from '../../archive/examination.ts'
import { reasonOf } from '../../errors.ts'
import { wholeLines } from '../../log/pieces.ts'
import { plainKeys, settingsIn } from '../../options/settings.ts'
import { type Day, dayText } from '../../schedule/day.ts'
import { appendLines, makeFolder } from './append.ts'
import { type HomeFolders, placeOf } from './home-files.ts'
import { readable, saving } from './own-files.ts'
import type { SettingsStore } from './settings.ts'

/**
 * Adds what a backup has and we lack; nothing of ours is overwritten. Throws `own-not-readable`
 * and `not-saved`.
 */
export async function restore(
  home: HomeFolders,
  { members }: Unpacked,
  settings: SettingsStore,
  today: Day,
): Promise<Restored> {
  const sum = { records: 0, cards: 0, notes: 0, interviews: 0 }
  const set: string[] = []
  const beside: string[] = []
  for (const member of members) {
    const path = placeOf(home, member.path)
    const [folder] = member.path.split('/')
    if (folder === 'journal') sum.records += addLines(path, member)
    else if (folder === 'registry') sum.cards += addLines(path, member)
    else if (member.path === 'glossary.txt') {
      const added = addFile(path, member, today)
      if (added === path) set.push('glossary.txt')
      else if (added !== '') beside.push(added)
    } else if (member.path === 'settings.json') set.push(...(await addSettings(member, settings)))
    else {
      const added = addFile(path, member, today)
      if (added.length > 0 && added !== path) beside.push(added)
      if (added === path) sum[folder === 'notes' ? 'notes' : 'interviews'] += 1
    }
  }
  return { ...sum, settings: set, beside }
}

/** Appends the whole records that a file of ours lacks, and gives how many. */
function addLines(path: string, { bytes }: Member): number {
  const known = wholeLines(read(path) ?? Buffer.alloc(0))
  const lacking = [...wholeLines(bytes)].filter((line) => !known.has(line))
  if (lacking.length > 0) saving(path, () => appendLines(path, `${lacking.join('\n')}\n`))
  return lacking.length
}

/** Where the file was written; empty if it is there already. */
function addFile(path: string, { bytes }: Member, today: Day): string {
  let target = path
  for (let n = 1; ; n += 1) {
    const ours = read(target)
    if (ours === undefined) break
    if (ours.equals(bytes)) return ''
    const name = n === 1 ? `restored-${dayText(today)}` : `restored-${dayText(today)}-${n}`
    target = path.replace(/(\.\w+)$/, `.${name}$1`)
  }
  saving(target, () => {
    makeFolder(dirname(target))
    writeFileSync(target, bytes, { mode: 0o600, flush: true })
  })
  return target
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
      return readFileSync(path)
    } catch (error) {
      if (reasonOf(error) === 'ENOENT') return undefined
      throw error
    }
  })
}
