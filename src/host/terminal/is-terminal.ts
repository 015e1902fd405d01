import { fstatSync } from 'node:fs'
import { isatty } from 'node:tty'

/**
 * Whether a terminal is behind one of the process's own files (0, 1, 2). The streams over them would
 * tell as well, but take milliseconds to make.
 */
export function isTerminal(file: 0 | 1 | 2): boolean {
  try {
    return isDevice(file) && isatty(file)
  } catch {
    // it was closed
    return false
  }
}

// to ask this spares loading what knows of terminals; Windows calls a console nothing in particular
function isDevice(file: number): boolean {
  return process.platform === 'win32' || fstatSync(file).isCharacterDevice()
}
