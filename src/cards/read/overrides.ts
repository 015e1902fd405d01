import type { Problem } from '../card.ts'
import { asShapes } from '../choice/scopes.ts'
import { isNamedBy } from './glob.ts'
import { noOverride, type Override } from './override.ts'
import {
  asFlag,
  asLanguage,
  asList,
  asText,
  faultOf,
  isMapping,
  type Mapping,
  readYaml,
  valueAt,
} from './yaml.ts'

/** An override for the files a pattern such as `java/**` names. */
type Rule = { readonly files: string; readonly override: Override }

/** More are not named: whoever has so many reads none of them. */
const mostProblems = 50

/** Reads a `.viva.yaml`; what cannot be meant is a problem with its line. */
export function parseOverrides(
  text: string,
  file: string,
): { readonly rules: readonly Rule[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = []
  const lines = text.split(/\r\n?|\n/)
  const wrong = (key: string) => {
    if (problems.length >= mostProblems) return
    const at = lines.findIndex((line) => line.includes(`${key}:`) || line.includes(`${key}":`))
    problems.push({ code: 'overrides-key', at: { file, line: Math.max(0, at) + 1 }, key })
  }
  try {
    const data: unknown = readYaml(text.slice(0, 64 * 1024))
    if (data === undefined || data === null) return { rules: [], problems }
    if (!isMapping(data)) throw new Error('not a mapping')
    return { rules: rulesOf(data, wrong), problems }
  } catch (error) {
    const { line, reason } = faultOf(error)
    problems.push({ code: 'overrides-invalid', at: { file, line: line + 1 }, reason })
    return { rules: [], problems }
  }
}

function rulesOf(data: Mapping, wrong: (key: string) => void): readonly Rule[] {
  const known = /^(?:files|skip|questions|language|topics|encoding)$/
  for (const key of Object.keys(data)) if (!known.test(key)) wrong(key)
  const everywhere = { files: '**', override: { ...overrideOf(data, wrong), skip: false } }
  const skipped = valueAt(data, 'skip', asList, wrong) ?? []
  const files = valueAt(data, 'files', (value) => (isMapping(value) ? value : undefined), wrong)
  const rules = Object.entries(files ?? {}).flatMap(([pattern, value]): readonly Rule[] => {
    if (isMapping(value))
      return [{ files: pattern.normalize('NFC'), override: overrideOf(value, wrong) }]
    wrong(pattern)
    return []
  })
  const skips = skipped.map((pattern) => ({
    files: pattern.normalize('NFC'),
    override: { ...noOverride, skip: true },
  }))
  return [everywhere, ...rules, ...skips]
}

function overrideOf(data: Mapping, wrong: (key: string) => void): Override {
  const skips = Array.isArray(data.skip) || typeof data.skip === 'string'
  return {
    questions: valueAt(data, 'questions', asShapes, wrong) ?? [],
    skip: (skips ? undefined : valueAt(data, 'skip', asFlag, wrong)) ?? false,
    language: valueAt(data, 'language', asLanguage, wrong),
    topics: valueAt(data, 'topics', asList, wrong),
    encoding: valueAt(data, 'encoding', asText, wrong),
  }
}

/** What the rules say about one file, later rules over earlier ones. */
export function overrideFor(rules: readonly Rule[], file: string): Override {
  let all = noOverride
  for (const { files, override } of rules) {
    if (files !== '**' && !isNamedBy(files, file)) continue
    all = {
      questions: override.questions.length > 0 ? override.questions : all.questions,
      skip: all.skip || override.skip,
      language: override.language ?? all.language,
      topics: override.topics ?? all.topics,
      encoding: override.encoding ?? all.encoding,
    }
  }
  return all
}
