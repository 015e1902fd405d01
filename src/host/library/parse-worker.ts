import { parentPort } from 'node:worker_threads'
import { parse } from '../../cards/read/parse.ts'
import { packed } from './packed-deck.ts'
import type { IndexInput, ParseInput, WorkerJob, WorkerJobs } from './worker-jobs.ts'

parentPort?.on('message', (job: WorkerJob) => {
  switch (job.kind) {
    case 'parse':
      parseFile(job.input)
      break
    case 'index':
      // what it throws ends the thread
      void indexFiles(job.input)
  }
})

function parseFile(input: ParseInput): void {
  const { deck, problems } = parse(input)
  // bytes change hands; objects would be copied twice, and packed again to be kept
  const bytes =
    deck === undefined ? undefined : packed(deck, input.isCited ? input.text : undefined)
  answer<'parse'>({ deck: bytes, problems }, bytes === undefined ? [] : [bytes.lines, bytes.texts])
}

async function indexFiles(input: IndexInput): Promise<void> {
  const { segmentsIn } = await import('./index-files.ts')
  const segments = segmentsIn(input)
  const large = segments?.flatMap(({ postings, dictionary }) => [postings, dictionary])
  answer<'index'>(segments, large ?? [])
}

function answer<Kind extends keyof WorkerJobs>(
  result: WorkerJobs[Kind]['result'],
  handedOver: readonly Uint8Array[],
): void {
  parentPort?.postMessage({ result }, [
    ...new Set(handedOver.map(({ buffer }) => buffer)),
  ] as ArrayBuffer[])
}

// the time a file may take begins when all of this is loaded
parentPort?.postMessage(undefined)
