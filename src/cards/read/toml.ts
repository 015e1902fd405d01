import { parse, TomlError } from 'smol-toml'
import type { Mapping } from './yaml.ts'

/** Tables within tables; heads of notes need two. */
const deepest = 20

/** What a head of TOML says, or where it is none: its line from 0, and why. Never throws. */
export function readToml(
  text: string,
): { readonly data: Mapping } | { readonly line: number; readonly reason: string } {
  try {
    const data: Mapping = { ...parse(text, { maxDepth: deepest }) }
    // where a site has taxonomies, its tags are one of them
    const named = Object(data.taxonomies) as Mapping
    return { data: 'tags' in data || !('tags' in named) ? data : { ...data, tags: named.tags } }
  } catch (error) {
    if (!(error instanceof TomlError)) return { line: 0, reason: 'TOML' }
    const [reason = ''] = error.message.replace(/^Invalid TOML document:\s*/, '').split('\n', 1)
    return { line: error.line - 1, reason }
  }
}
