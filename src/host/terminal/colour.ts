import type { ColourLevel } from '../../view/paint.ts'

/**
 * How many colours stdout shows: `--color`/`--no-color`, then NO_COLOR, FORCE_COLOR and
 * CLICOLOR_FORCE, then what the terminal says of itself. (chalk's own detection knows no NO_COLOR.)
 */
export function colourLevel(
  wanted: boolean | undefined,
  output: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv,
): ColourLevel {
  if (wanted === false) return 0
  if (wanted === undefined && env.NO_COLOR) return 0
  const forced = env.FORCE_COLOR ?? env.CLICOLOR_FORCE
  if (wanted === undefined && (forced === '0' || forced === 'false')) return 0
  if (wanted === true || forced) return 1
  if (!output.isTTY || env.TERM === 'dumb') return 0
  const depth = output.getColorDepth(env as object)
  return depth >= 24 ? 3 : depth >= 8 ? 2 : depth >= 4 ? 1 : 0
}
