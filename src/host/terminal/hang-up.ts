import { exitCodes } from '../../errors.ts'

/**
 * Ends a process whose terminal went away, in silence: nobody is there to read. What is kept at the end
 * of a process is kept. It ends by the signal itself, for Node 20 falls over an assertion where it cannot
 * give a terminal back as it was.
 */
export function hangUp(): never {
  process.emit('exit', exitCodes.hungUp)
  process.removeAllListeners('exit')
  if (process.platform !== 'win32') {
    // whoever was started deaf to it hears it now: the last listener that goes sets it to what is usual
    process
      .removeAllListeners('SIGHUP')
      .once('SIGHUP', () => {})
      .removeAllListeners('SIGHUP')
    process.kill(process.pid, 'SIGHUP')
  }
  process.exit(exitCodes.hungUp)
}

/** Ends the process as soon as one of these streams says that the terminal behind it is gone. */
export function hangUpWith(...streams: readonly (NodeJS.ReadStream | NodeJS.WriteStream)[]): void {
  for (const stream of streams) if (stream.isTTY) stream.on('error', hangUp)
}
