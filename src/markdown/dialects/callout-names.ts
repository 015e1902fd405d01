/** What a box says of its text; words for it are in both languages. */
export type CalloutName =
  | 'note'
  | 'info'
  | 'tip'
  | 'important'
  | 'warning'
  | 'danger'
  | 'abstract'
  | 'todo'
  | 'success'
  | 'question'
  | 'failure'
  | 'bug'
  | 'example'
  | 'quote'
  | 'details'

/** How a box is coloured. */
export type Tone = 'plain' | 'good' | 'warn' | 'bad'

const rows: readonly (readonly [CalloutName, Tone, others: string])[] = [
  ['note', 'plain', 'primary secondary default seealso remark aside'],
  ['info', 'plain', 'information'],
  ['tip', 'good', 'hint idea'],
  ['important', 'warn', 'attention'],
  ['warning', 'warn', 'warn caution alert'],
  ['danger', 'bad', 'error'],
  ['abstract', 'plain', 'summary tldr'],
  ['todo', 'plain', 'task'],
  ['success', 'good', 'check done'],
  ['question', 'plain', 'help faq'],
  ['failure', 'bad', 'fail missing'],
  ['bug', 'bad', ''],
  ['example', 'plain', ''],
  ['quote', 'plain', 'cite'],
  [
    'details',
    'plain',
    'spoiler fold folding expand collapse collapsible toggle accordion accordionitem hide hidetoggle hideblock dropdown',
  ],
]

const names = new Map(
  rows.flatMap(([name, , others]) =>
    [name, ...others.split(' ')].map((other) => [other, name] as const),
  ),
)
const tones = new Map(rows.map(([name, tone]) => [name, tone]))

/** The box that a word of its author's stands for. */
export function calloutName(word: string): CalloutName | undefined {
  return word === '' ? undefined : names.get(word.toLowerCase().replace(/^callout-/, ''))
}

export function toneOf(name: CalloutName | undefined): Tone {
  return (name && tones.get(name)) ?? 'plain'
}
