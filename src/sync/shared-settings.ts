import {
  type OwnSettings,
  type PlainKey,
  plainKeys,
  settingRows,
  settingsIn,
} from '../options/settings.ts'
import { isObject, objectIn } from './object-in.ts'
import type { Remembered } from './texts.ts'

/** Settings that are a device's own. */
const ownKeys: readonly PlainKey[] = ['language', 'autosync']
const sharedKeys = plainKeys.filter((key) => !ownKeys.includes(key))

/** Settings by name, each as JSON; a preset is `presets.<name>`. What is absent is as it usually is. */
export type SharedSettings = ReadonlyMap<string, string>

/** A setting that both sides changed: theirs counts from now on. */
export type Disputed = { readonly name: string; readonly ours: string; readonly theirs: string }

export type SettingsUnion = {
  /** What changes here; undefined takes a setting back to what is usual. */
  readonly take: ReadonlyMap<string, string | undefined>
  /** What changes there. */
  readonly give: ReadonlyMap<string, string | undefined>
  readonly disputed: readonly Disputed[]
}

const presetPrefix = 'presets.'

/** What of a person's settings is shared. */
export function sharedOf(own: OwnSettings): SharedSettings {
  const plain = sharedKeys.flatMap((key) =>
    own[key] === undefined ? [] : [[key, JSON.stringify(own[key])] as const],
  )
  const presets = Object.entries(own.presets ?? {}).map(
    ([name, preset]) => [presetPrefix + name, JSON.stringify(preset)] as const,
  )
  return new Map([...plain, ...presets])
}

/** The settings in the file of a shared tree; what is no setting of ours is passed over. */
export function sharedIn(text: string): SharedSettings {
  return sharedOf(settingsIn(objectIn(text)).own)
}

/** Joins two sides, setting by setting. Who still has what both had when they last met has nothing new. */
export function settingsUnion(
  ours: SharedSettings,
  theirs: SharedSettings,
  remembered: (name: string) => Remembered<string | undefined>,
): SettingsUnion {
  const take = new Map<string, string | undefined>()
  const give = new Map<string, string | undefined>()
  const disputed: Disputed[] = []
  for (const name of new Set([...ours.keys(), ...theirs.keys()])) {
    const [mine, other] = [ours.get(name), theirs.get(name)]
    if (mine === other) continue
    const { met, sent } = remembered(name)
    if (met.includes(other) || sent.includes(other)) {
      give.set(name, mine)
      continue
    }
    take.set(name, other)
    if (!met.includes(mine)) disputed.push({ name, ours: mine ?? '', theirs: other ?? '' })
  }
  return { take, give, disputed }
}

/** The file of a shared tree with some settings changed; what a newer version put there stays. */
export function settingsText(
  text: string,
  changes: ReadonlyMap<string, string | undefined>,
): string {
  const { presets, ...plain } = objectIn(text)
  const all = new Map(Object.entries(plain))
  const named = new Map(Object.entries(isObject(presets) ? presets : {}))
  for (const [name, json] of changes) {
    const [map, key] = name.startsWith(presetPrefix)
      ? [named, name.slice(presetPrefix.length)]
      : [all, name]
    if (json === undefined) map.delete(key)
    else map.set(key, JSON.parse(json))
  }
  if (named.size > 0) all.set('presets', Object.fromEntries([...named].sort(byName)))
  return `${JSON.stringify(Object.fromEntries([...all].sort(byName)), undefined, 2)}\n`
}

/** A person's settings after what was taken: the keys that change, each with its new value. */
export function settingsTaken(
  own: OwnSettings,
  take: SettingsUnion['take'],
): readonly (readonly [PlainKey | 'presets', OwnSettings[PlainKey | 'presets']])[] {
  const plain = sharedKeys.flatMap((key) =>
    take.has(key) ? [[key, settingOf(key, take.get(key))] as const] : [],
  )
  const names = [...take.keys()].filter((name) => name.startsWith(presetPrefix))
  if (names.length === 0) return plain
  const presets = new Map(Object.entries(own.presets ?? {}))
  for (const name of names) {
    const json = take.get(name)
    const key = name.slice(presetPrefix.length)
    if (json === undefined) presets.delete(key)
    else presets.set(key, JSON.parse(json))
  }
  return [...plain, ['presets', Object.fromEntries(presets)]]
}

function settingOf(key: PlainKey, json: string | undefined): OwnSettings[PlainKey] {
  return json === undefined ? undefined : settingRows[key].kind.parse(String(JSON.parse(json)))
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1
}
