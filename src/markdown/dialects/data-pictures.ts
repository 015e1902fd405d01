import { deep } from '../../text/deep.ts'

/** A text in which pictures pasted as data are short names, and what puts the data back. */
export type Lightened = {
  readonly text: string
  readonly restored: <Value>(value: Value) => Value
}

/** Shorter ones are as good as other addresses. */
const data = /data:[a-z]+\/[\w.+-]{1,60}(?:;[\w=-]{1,60}){0,3},[\w+/=%-]{200,}/gi

/**
 * Takes out pictures that were pasted into a text as `data:` addresses. Each is thousands of letters
 * that no parser has to see, and that would make it too long to be parsed.
 */
export function withoutData(text: string): Lightened {
  if (!text.includes('data:')) return { text, restored: (value) => value }
  const kept: string[] = []
  let name = 'data:,pasted-'
  while (text.includes(name)) name += '-'
  const light = text.replace(data, (found) => `${name}${kept.push(found) - 1}.`)
  if (kept.length === 0) return { text, restored: (value) => value }
  const names = new RegExp(`${name}(\\d+)\\.`, 'g')
  const restore = (said: string) =>
    said.includes(name) ? said.replace(names, (all, i: string) => kept[Number(i)] ?? all) : said
  return { text: light, restored: (value) => deep(value, restore) }
}
