import { parentPort } from 'node:worker_threads'
import { parse } from '../../cards/read/parse.ts'
import type { Input } from './parse-pool.ts'

parentPort?.on('message', (input: Input) => {
  parentPort?.postMessage(parse(input))
})

// the time a file may take begins when all of this is loaded
parentPort?.postMessage(undefined)
