import type { CardId, Level, Place, Problem } from '../card.ts'
import { explicitId } from '../mint-id.ts'

/** What the comments under a question say about it. */
type Marks = {
  readonly id: CardId | undefined
  readonly aliases: readonly string[]
  readonly level: Level | undefined
  readonly tags: readonly string[]
}

type Comment = { readonly text: string; readonly at: Place }

const mark = /^<!--\s*(id|aliases|level|tags)\s*[:：]\s*([\s\S]*?)\s*-->\s*$/i

/** Whether a comment is one of ours, and so is not shown. */
export function isMark(comment: string): boolean {
  return mark.test(comment)
}

/** Reads the comments of one card; what cannot be meant is a problem. */
export function marksOf(comments: readonly Comment[], problems: Problem[]): Marks {
  let id: CardId | undefined
  let level: Level | undefined
  const aliases: string[] = []
  const tags: string[] = []
  for (const { text, at } of comments) {
    const [, name, value = ''] = mark.exec(text) ?? []
    switch (name?.toLowerCase()) {
      case 'id':
        id ??= explicitId(value)
        if (explicitId(value) === undefined) problems.push(invalid('id', value, at))
        break
      case 'level':
        level ??= levelOf(value)
        if (levelOf(value) === undefined) problems.push(invalid('level', value, at))
        break
      case 'aliases':
        aliases.push(...listOf(value, /\|/))
        break
      case 'tags':
        tags.push(...listOf(value, separators))
        break
    }
  }
  return { id, aliases, level, tags }
}

/** What may stand between tags. */
export const separators = /[,，、]/

export function listOf(text: string, separator: RegExp): readonly string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const levels: Readonly<Record<Level, RegExp>> = {
  junior: /^(?:junior|easy|basic|beginner|entry|low|初级|简单|容易|基础|入门|低)$/i,
  mid: /^(?:mid|middle|medium|intermediate|normal|regular|中级|中等|一般|进阶|中)$/i,
  senior: /^(?:senior|hard|advanced|expert|difficult|high|高级|困难|较难|难|专家|高)$/i,
}

/** A level by its name or one of its synonyms. */
export function levelOf(text: string): Level | undefined {
  const word = text.trim()
  if (levels.junior.test(word)) return 'junior'
  if (levels.mid.test(word)) return 'mid'
  return levels.senior.test(word) ? 'senior' : undefined
}

function invalid(name: string, value: string, at: Place): Problem {
  return { code: 'mark-invalid', at, mark: name, value }
}
