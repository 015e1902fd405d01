import { CORE_SCHEMA, type EventType, load, type State } from 'js-yaml'
import type { CardLanguage } from '../card.ts'
import { listOf, separators } from './marks.ts'

export type Mapping = Readonly<Record<string, unknown>>

/** Reads YAML of the core schema; throws on what is not YAML, and on aliases, which can explode. */
export function readYaml(text: string): unknown {
  return load(text, { schema: CORE_SCHEMA, listener: refuseAnchors })
}

// Told as each node ends: before an alias can name it, its anchor is known.
function refuseAnchors(_: EventType, state: State): void {
  const { anchorMap } = state as State & { readonly anchorMap: object }
  for (const _name in anchorMap) throw new Error('aliases')
}

export function isMapping(value: unknown): value is Mapping {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  )
}

/** The line of a YAML error from 0, if it says, and its first words. */
export function faultOf(error: unknown): { readonly line: number; readonly reason: string } {
  const mark = error instanceof Error && 'mark' in error && isMapping(error.mark) ? error.mark : {}
  const line = typeof mark.line === 'number' ? mark.line : 0
  return { line, reason: error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : '' }
}

/** Reads the value of a key; a wrong type is reported, an absent key is not. */
export function valueAt<T>(
  data: Mapping,
  key: string,
  as: (value: unknown) => T | undefined,
  wrong: (key: string) => void,
): T | undefined {
  if (!Object.hasOwn(data, key) || data[key] === null) return undefined
  const value = as(data[key])
  if (value === undefined) wrong(key)
  return value
}

export function asText(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

/** A list, or a text that lists with commas. */
export function asList(value: unknown): readonly string[] | undefined {
  if (typeof value === 'string') return listOf(value, separators)
  if (!Array.isArray(value)) return undefined
  const texts = value.map((one) => asText(one)?.trim())
  return texts.every((text) => text !== undefined) ? texts.filter((text) => text !== '') : undefined
}

export function asFlag(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined
}

export function asLanguage(value: unknown): CardLanguage | undefined {
  const text = asText(value)?.toLowerCase() ?? ''
  if (/^(?:zh|cn|chinese|中文|汉语)/.test(text)) return 'zh'
  return /^(?:en|english|英文|英语)/.test(text) ? 'en' : undefined
}
