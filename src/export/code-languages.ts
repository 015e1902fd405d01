import type { Booklet } from './booklet.ts'

/** The languages of all code that the cards hold, as the fences name them. */
export function codeLanguages({ entries }: Booklet): ReadonlySet<string> {
  const languages = new Set<string>()
  for (const { card, note } of entries) {
    const { body, answer } = card
    for (const text of [body, answer.kind === 'written' ? answer.markdown : undefined, note]) {
      for (const [, name = ''] of text?.matchAll(fence) ?? []) languages.add(name)
    }
  }
  return languages
}

// Behind the marks of lists and quotes too; where it is not the start of a fence, it names nothing.
const fence = /(?:`{3}|~{3})[`~]*[ \t]*([^\s`]{1,40})/g
