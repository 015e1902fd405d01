/** What a search says. */
export const search = {
  none: (words: string) => `Nothing found for “${words}”.`,
  saysLittle: 'These words stand nearly everywhere; name what it is about.',
  nearest: 'The nearest:',
  asText: (words: string) => `${words} would leave nothing, so it is searched for as text.`,
  leftOut: (words: string) =>
    `All that fits was left out by ${words}; without its minus it is searched for.`,
  noneDue: 'Nothing that fits is due.',
  noneWeak: 'Nothing that fits is weak.',
  placeholder: 'words, "a phrase", -without, topic:redis, is:unanswered …',
  keys: '↑ ↓ move · Enter read · Tab interview on the hits · Ctrl-G $EDITOR · Esc leave',
  emptyKeys: 'type to search · Esc leave',
  readKeys: 'Enter back to the search · Tab interview on the hits · Ctrl-G $EDITOR · Ctrl-C leave',
  lineHelp:
    'Each line is a search. A number reads that hit, e and a number opens its file, i starts an interview on the hits, an empty line leaves.',
  which: (n: number, count: number) => `${n} of ${count}`,
  pickKeys: '1–9 ↑ ↓ choose · Enter read · d drill · e $EDITOR · q leave',
  readPickKeys: 'Enter back to the hits · d drill · e $EDITOR · q leave',
  pickHelp:
    'A number reads that hit, d and a number drills it, e and a number opens its file, an empty line leaves.',
  indexing: (done: number, all: number) => `Indexing: ${done} of ${all} files`,
}
