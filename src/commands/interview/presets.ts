import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { InterviewOptions } from '../../options/interview.ts'
import { type Preset, presetName, presetOf, typed, withoutRivals } from '../../options/presets.ts'
import { presetLines } from '../../view/preset.ts'

/** The options with those of the preset that is named; what was given beside it wins. */
export function withPreset(host: HostPart<'store'>, options: InterviewOptions): InterviewOptions {
  if (options.preset === undefined) return options
  const said = presetOf(options)
  return { ...options, ...withoutRivals(keptPreset(host, options.preset), said), ...said }
}

/** The preset of this name. Throws the fault `preset-unknown`. */
export function keptPreset(host: HostPart<'store'>, name: string): Preset {
  const presets = host.store.settings.read().presets
  const preset = new Map(Object.entries(presets)).get(presetName(name) ?? '')
  if (preset === undefined) {
    throw new UserError({ code: 'preset-unknown', name, known: Object.keys(presets) })
  }
  return preset
}

/** The name that options can be kept under. Throws the fault `preset-name`. */
export function nameForPreset(text: string): string {
  const name = presetName(text)
  if (name === undefined) throw new UserError({ code: 'preset-name', name: text })
  return name
}

/** Keeps the options under a name; one that was there is replaced. */
export async function savePreset(
  host: HostPart<'terminal' | 'files' | 'store'>,
  name: string,
  options: InterviewOptions,
): Promise<void> {
  const { library, ...said } = presetOf(options)
  // from any folder the same
  const roots = library === undefined ? {} : { library: library.map(host.files.absolute) }
  const preset = { ...said, ...roots }
  await host.store.settings.write('presets', {
    ...host.store.settings.read().presets,
    [name]: preset,
  })
  host.terminal.warn(presetLines(name, typed(preset), host.terminal.look()))
}

/** Forgets the preset of this name. Throws the fault `preset-unknown`. */
export async function dropPreset(host: HostPart<'store'>, text: string): Promise<void> {
  keptPreset(host, text)
  const { presets } = host.store.settings.read()
  const rest = Object.entries(presets).filter(([name]) => name !== presetName(text))
  await host.store.settings.write(
    'presets',
    rest.length === 0 ? undefined : Object.fromEntries(rest),
  )
}
