import { readdirSync } from 'node:fs'
import { reasonOf, UserError } from '../../errors.ts'

/** The names in a folder of ours; none before it was made. Throws the fault `own-not-readable`. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return []
    throw notReadable(folder, error)
  }
}

/** The names in a folder that is looked into by the way: none if it cannot be read, which others tell. */
export function namesOrNone(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}

/** What is read of a file of ours. Throws the fault `own-not-readable`. */
export function readable<Value>(path: string, read: () => Value): Value {
  try {
    return read()
  } catch (error) {
    throw notReadable(path, error)
  }
}

function notReadable(path: string, error: unknown): UserError {
  return new UserError(
    { code: 'own-not-readable', path, reason: reasonOf(error) },
    { cause: error },
  )
}

/** Runs what writes files of ours. Throws the fault `not-saved`. */
export function saving<Value>(path: string, write: () => Value): Value {
  try {
    return write()
  } catch (error) {
    throw new UserError({ code: 'not-saved', path, reason: reasonOf(error) }, { cause: error })
  }
}
