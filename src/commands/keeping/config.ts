import { UserError } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import { typed } from '../../options/presets.ts'
import { type PlainKey, plainKeys, settingRows } from '../../options/settings.ts'
import { dayText } from '../../schedule/day.ts'
import { dayStartOf, defaultRules, inUse } from '../../schedule/rules.ts'
import { studyDay } from '../../schedule/time.ts'
import { wrap } from '../../text/wrap.ts'
import { textColumns } from '../../view/layout.ts'
import { settingLines } from '../../view/preset.ts'
import { fittedText } from '../../view/tune.ts'
import { dropPreset, keptPreset } from '../interview/presets.ts'

/** `viva config`: every setting and its value. */
export async function run(host: HostPart<'terminal' | 'store'>): Promise<void> {
  const own = host.store.settings.own()
  const look = host.terminal.look()
  const { config } = look.say
  const text = (key: PlainKey) => {
    const set = own[key]
    return set === undefined ? config.unset(key, usualText(key)) : config.set(key, String(set))
  }
  const presets = Object.entries(own.presets ?? {}).flatMap(([name, preset]) =>
    settingLines(`${presetPrefix}${name}`, typed(preset), look),
  )
  const meant = (key: PlainKey, line: string) => [
    line,
    ...wrap(config.means[key], textColumns(look), { first: '  ', rest: '  ' }).map(look.paint.dim),
  ]
  host.terminal.print([
    ...plainKeys.filter((key) => key !== 'parameters').flatMap((key) => meant(key, text(key))),
    ...presets,
  ])
  // last, for the journal that a fit stands in may not be readable
  const fit = own.parameters === undefined ? host.store.openJournal().fits().at(-1) : undefined
  const line = fit === undefined ? text('parameters') : fittedText('parameters', fit, look)
  host.terminal.print(meant('parameters', line))
}

/** `viva config get <key>`: the value alone, the usual one where none was set. */
export async function get(host: HostPart<'terminal' | 'store'>, key: string): Promise<void> {
  if (key.startsWith(presetPrefix)) {
    const preset = keptPreset(host, key.slice(presetPrefix.length))
    return host.terminal.print([typed(preset)])
  }
  const name = known(key)
  const settings = host.store.settings.read()
  const value =
    name === 'parameters'
      ? inUse(settings, host.store.openJournal().fits().at(-1)).parameters.join(', ')
      : String(settings[name] ?? '')
  host.terminal.print([value])
}

/** `viva config set <key> <value>`: an empty value takes the setting back to its default. */
export async function set(
  host: HostPart<'clock' | 'terminal' | 'store'>,
  key: string,
  text: string,
): Promise<void> {
  const { config } = host.terminal.look().say
  if (key.startsWith(presetPrefix)) return forget(host, key.slice(presetPrefix.length), text)
  const name = known(key)
  if (text === '') {
    await host.store.settings.write(name, undefined)
    host.terminal.print([config.reset(name)])
    return
  }
  const { parse, allowed } = settingRows[name].kind
  const value = parse(text.normalize('NFKC').trim())
  if (value === undefined) {
    throw new UserError({ code: 'setting-invalid', key, value: text, allowed })
  }
  if (name === 'date') refusePast(host, String(value))
  await host.store.settings.write(name, value)
  host.terminal.print([config.set(name, String(value))])
}

// only the clock knows; a day that was set and is over by now still holds
function refusePast({ clock, store }: HostPart<'clock' | 'store'>, date: string): void {
  const at = clock.now()
  const { dayStart } = store.settings.read()
  const today = dayText(studyDay(at, clock.offsetAt(at), dayStartOf(dayStart) ?? 0))
  if (date < today) throw new UserError({ code: 'date-past', date, today })
}

async function forget(
  host: HostPart<'terminal' | 'store'>,
  name: string,
  text: string,
): Promise<void> {
  if (text !== '') throw new UserError({ code: 'preset-value', name })
  await dropPreset(host, name)
  host.terminal.print([host.terminal.look().say.plan.presetGone(name)])
}

/** What stands before the name of a preset among the settings. */
const presetPrefix = 'preset.'

function usualText(key: PlainKey): string | undefined {
  // a fit may take their place
  if (key === 'parameters') return defaultRules.parameters.join(', ')
  return settingRows[key].usual?.toString()
}

function known(key: string): PlainKey {
  const name = plainKeys.find((one) => one === key)
  if (name === undefined) throw new UserError({ code: 'setting-unknown', key, known: plainKeys })
  return name
}
