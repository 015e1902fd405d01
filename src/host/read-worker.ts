import { parentPort } from 'node:worker_threads'
import type { Entry } from '../export/booklet.ts'
import { readEntry } from '../export/read-entry.ts'

parentPort?.on('message', (entries: readonly Entry[]) => {
  // whoever asked has the entries themselves
  parentPort?.postMessage(entries.map((entry) => ({ ...readEntry(entry), entry: undefined })))
})
