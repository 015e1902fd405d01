import { UserError } from '../errors.ts'
import type { Host } from '../host/host.ts'
import { settingRules } from '../host/setting-rules.ts'
import type { PlainKey } from '../host/settings.ts'
import { inUse } from '../schedule/rules.ts'
import { settingLines } from '../view/preset.ts'
import { fittedText } from '../view/tune.ts'
import { typed } from './interview-options.ts'
import { dropPreset, keptPreset } from './presets.ts'

/** `viva config`: every setting and its value. */
export async function run(host: Host): Promise<void> {
  const settings = host.settings.read()
  const look = host.terminal.look()
  const { config } = look.say
  const text = (key: PlainKey) => {
    const set = settings[key]
    return set === undefined
      ? config.unset(key, settingRules[key].usual)
      : config.set(key, String(set))
  }
  const presets = Object.entries(settings.presets ?? {}).flatMap(([name, preset]) =>
    settingLines(`${presetPrefix}${name}`, typed(preset), look),
  )
  host.terminal.print([...keys.filter((key) => key !== 'parameters').map(text), ...presets])
  // last, for the journal that a fit stands in may not be readable
  const fit = settings.parameters === undefined ? host.openJournal().fits().at(-1) : undefined
  host.terminal.print([
    fit === undefined ? text('parameters') : fittedText('parameters', fit, look),
  ])
}

/** `viva config get <key>`: the value alone, the usual one where none was set. */
export async function get(host: Host, key: string): Promise<void> {
  if (key.startsWith(presetPrefix)) {
    const preset = keptPreset(host, key.slice(presetPrefix.length))
    return host.terminal.print([typed(preset)])
  }
  const name = known(key)
  const settings = host.settings.read()
  const value =
    name === 'parameters'
      ? inUse(settings, host.openJournal().fits().at(-1)).parameters.join(', ')
      : (settings[name] ?? settingRules[name].usual ?? '')
  host.terminal.print([String(value)])
}

/** `viva config set <key> <value>`: an empty value takes the setting back to its default. */
export async function set(host: Host, key: string, text: string): Promise<void> {
  const { config } = host.terminal.look().say
  if (key.startsWith(presetPrefix)) return forget(host, key.slice(presetPrefix.length), text)
  const name = known(key)
  if (text === '') {
    await host.settings.write(name, undefined)
    host.terminal.print([config.reset(name)])
    return
  }
  const value = settingRules[name].parse(text.normalize('NFKC').trim())
  if (value === undefined) {
    const { allowed } = settingRules[name]
    throw new UserError({ code: 'setting-invalid', key, value: text, allowed })
  }
  await host.settings.write(name, value)
  host.terminal.print([config.set(name, String(value))])
}

async function forget(host: Host, name: string, text: string): Promise<void> {
  if (text !== '') throw new UserError({ code: 'preset-value', name })
  await dropPreset(host, name)
  host.terminal.print([host.terminal.look().say.plan.presetGone(name)])
}

/** What stands before the name of a preset among the settings. */
const presetPrefix = 'preset.'

const keys = Object.keys(settingRules) as readonly PlainKey[]

function known(key: string): PlainKey {
  const name = keys.find((one) => one === key)
  if (name === undefined) throw new UserError({ code: 'setting-unknown', key, known: keys })
  return name
}
