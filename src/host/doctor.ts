import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Examination, FileReport } from '../archive/examination.ts'
import { reasonOf } from '../errors.ts'
import { decodeRegistry } from '../identity/record.ts'
import { decodeStepLine } from '../interview/record.ts'
import { type Damage, type Examined, examined } from '../journal/examine.ts'
import { decode } from '../journal/record.ts'
import type { Day } from '../schedule/day.ts'
import { makeFolder } from './append.ts'
import { copyDays, copyPath, readBackup } from './backups.ts'
import { type Home, namesIn, ownFiles, placeOf } from './home-files.ts'

/** Reads everything of ours, every line and every checksum. Changes nothing. */
export function examine(home: Home, cache: string): Examination {
  const copies = copiesIn(home)
  const kept = copies.flatMap((day) => copyReport(home, day))
  return {
    files: [...ownFiles(home).map((path) => fileReport(home, path)), ...kept],
    caches: cachesIn(cache).length,
    copies,
  }
}

// A folder of copies that may not be read is no reason not to look at the rest.
function copiesIn(home: Home): readonly Day[] {
  try {
    return copyDays(home)
  } catch {
    return []
  }
}

function fileReport(home: Home, path: string): FileReport {
  try {
    const bytes = readFileSync(placeOf(home, path))
    if (path.startsWith('journal/'))
      return linesReport(path, examined({ device: '', bytes }, decode))
    if (path.startsWith('registry/')) {
      return linesReport(path, examined({ device: '', bytes }, decodeRegistry))
    }
    if (path.startsWith('interviews/') && path.endsWith('.jsonl')) {
      return linesReport(path, examined({ device: '', bytes }, decodeStepLine))
    }
    if (path.endsWith('.json')) JSON.parse(bytes.toString())
    return { kind: 'whole', path }
  } catch (error) {
    return { kind: 'broken', path, reason: reasonOf(error) }
  }
}

function linesReport(path: string, found: Examined): FileReport {
  return { kind: 'lines', path, ...found }
}

// Only copies that are broken are worth a line.
function copyReport(home: Home, day: Day): readonly FileReport[] {
  const path = copyPath(home, day)
  try {
    const { damaged, cutShort } = readBackup(path)
    if (damaged === 0 && !cutShort) return []
    return [{ kind: 'broken', path: short(home, path), reason: 'checksum' }]
  } catch (error) {
    return [{ kind: 'broken', path: short(home, path), reason: reasonOf(error) }]
  }
}

function short(home: Home, path: string): string {
  return path.slice(home.data.length + 1).replaceAll('\\', '/')
}

/** Every cache is thrown away; the next command that needs one makes it anew. */
export function clearCaches(cache: string): number {
  const names = cachesIn(cache)
  for (const name of names) rmSync(join(cache, name), { force: true })
  return names.length
}

function cachesIn(cache: string): readonly string[] {
  return namesIn(cache).filter((name) => /\.cache(?:\.[0-9a-f]{8})?$/.test(name))
}

/**
 * Copies what is damaged into `damaged/`, a file a piece, where it can be looked at; gives their
 * paths. The file itself stays as it is.
 */
export function setDamagedAside(home: Home, { files }: Examination): readonly string[] {
  return files.flatMap((file) => {
    if (file.kind !== 'lines') return []
    const pieces = [...file.damage, ...(file.torn === undefined ? [] : [file.torn])]
    const bytes = pieces.length === 0 ? Buffer.alloc(0) : readFileSync(placeOf(home, file.path))
    return pieces.map((piece) => copyPiece(home, file.path, bytes, piece))
  })
}

function copyPiece(home: Home, path: string, bytes: Buffer, { start, end }: Damage): string {
  const folder = join(home.data, 'damaged')
  makeFolder(folder)
  const target = join(folder, `${path.replaceAll('/', '-')}-byte-${start}.txt`)
  writeFileSync(target, bytes.subarray(start, end), { mode: 0o600 })
  return target
}
