import { parentPort } from 'node:worker_threads'
import type { BookletEntry } from '../../export/booklet.ts'
import { readEntry } from '../../export/read-entry.ts'

parentPort?.on('message', (entries: readonly BookletEntry[]) => {
  // whoever asked has the entries themselves
  parentPort?.postMessage(entries.map((entry) => ({ ...readEntry(entry), entry: undefined })))
})
