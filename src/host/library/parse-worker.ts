import { parentPort } from 'node:worker_threads'
import { parse } from '../../cards/read/parse.ts'
import { packed } from './packed-deck.ts'
import type { Input, Result } from './parse-pool.ts'

parentPort?.on('message', (input: Input) => {
  const { deck, problems } = parse(input)
  if (deck === undefined) {
    parentPort?.postMessage({ problems, deck } satisfies Result)
    return
  }
  // bytes change hands; objects would be copied twice, and packed again to be kept
  const bytes = packed(deck)
  const result: Result = { problems, deck: bytes }
  parentPort?.postMessage(result, [bytes.lines.buffer, bytes.texts.buffer] as ArrayBuffer[])
})

// the time a file may take begins when all of this is loaded
parentPort?.postMessage(undefined)
