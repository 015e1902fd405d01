import { renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { decodeKept, encodeKept } from '../../../interview/record.ts'
import type { Kept } from '../../../interview/step.ts'
import { makeFolder } from '../append.ts'
import { discard } from '../discard.ts'
import { boundedText, editedIn, editedPath } from './edited.ts'

/** Answers on their way. */
export type Drafts = {
  /**
   * Keeps an answer on its way within a second, and when the process ends. `content` is equal while
   * only time went by; what is kept is worked out when it is written.
   */
  readonly keep: (name: string, content: unknown, kept: () => Kept) => void
  /** The answer that was on its way, as the editor left it if that was open. */
  readonly kept: (name: string) => Kept | undefined
  /** The path of the file in which the answer to a turn is edited. */
  readonly editing: (name: string, turn: number) => string
  /** The answer is given: nothing is on its way. */
  readonly forget: (name: string) => void
}

type Waiting = { readonly name: string; readonly content: unknown; readonly kept: () => Kept }
type Written = { readonly at: number; readonly contentAt: number; readonly content: unknown }

const keepEveryMs = 1000
const nothingWritten: Written = {
  at: Number.NEGATIVE_INFINITY,
  contentAt: Number.NEGATIVE_INFINITY,
  content: undefined,
}

/** The drafts in a folder: at most one write a second, and the last one when the process ends. */
export function draftsIn(folder: string): Drafts {
  let waiting: Waiting | undefined
  let written = nothingWritten
  let timer: NodeJS.Timeout | undefined
  let isWatching = false
  const stopTimer = () => {
    clearTimeout(timer)
    timer = undefined
  }
  const flush = () => {
    stopTimer()
    if (waiting === undefined) return
    const { name, content, kept } = waiting
    writeDraft(draftPath(folder, name), kept())
    const at = performance.now()
    written = { at, contentAt: content === written.content ? written.contentAt : at, content }
    waiting = undefined
  }
  return {
    keep: (name, content, kept) => {
      waiting = { name, content, kept }
      if (!isWatching) process.once('exit', flush)
      isWatching = true
      const now = performance.now()
      // time that goes by must not make text wait that comes right after
      if (content === written.content) {
        if (now - written.at >= keepEveryMs) flush()
        return
      }
      if (now - written.contentAt >= keepEveryMs) return flush()
      timer ??= setTimeout(flush, keepEveryMs)
      timer.unref()
    },
    kept: (name) => (waiting?.name === name ? waiting.kept() : recovered(folder, name)),
    editing: (name, turn) => editedPath(folder, name, turn),
    forget: (name) => {
      waiting = undefined
      written = { ...written, content: undefined }
      stopTimer()
      discard(draftPath(folder, name))
      const edited = editedIn(folder, name)
      if (edited !== undefined) discard(edited.path)
    },
  }
}

function draftPath(folder: string, name: string): string {
  return join(folder, `${name}.draft`)
}

// The file of the editor is there only while it is open, and after a kill: then it is the newest text.
function recovered(folder: string, name: string): Kept | undefined {
  const path = draftPath(folder, name)
  const line = boundedText(path)
  const draft = line === undefined ? undefined : decodeKept(line)
  const edited = editedIn(folder, name)
  if (edited === undefined) return draft
  const { turn, text } = edited
  const before = draft?.turn === turn ? draft : nothingKept
  const kept = { ...before, turn, text }
  if (writeDraft(path, kept)) discard(edited.path)
  return kept
}

const nothingKept = { usedMs: 0, pausedMs: 0, hesitationMs: undefined, hints: 0 }

// Not synced, which could hold up a key; a draft that cannot be kept disturbs nobody who types it.
function writeDraft(path: string, kept: Kept): boolean {
  const next = `${path}.next`
  try {
    makeFolder(dirname(path))
    writeFileSync(next, encodeKept(kept), { mode: 0o600 })
    renameSync(next, path)
    return true
  } catch {
    discard(next)
    return false
  }
}
