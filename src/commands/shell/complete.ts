import type { Host, HostPart } from '../../host/host.ts'
import type { CompletionPlace } from '../../options/completion-place.ts'
import { plainKeys, settingRows } from '../../options/settings.ts'
import type { Shell } from '../../options/shells.ts'
import { oneLine } from '../../text/text.ts'
import { librariesOf } from '../cards/library-options.ts'

/** A word that may stand there, and what it is. */
export type Offered = readonly [word: string, what: string]

/**
 * What a shell asks at each Tab: `files`, where it knows better, or `words` and then a line each,
 * quoted for it, with what it is behind a tab. Nothing is an error here.
 */
export async function complete(host: Host, shell: Shell, place: CompletionPlace): Promise<void> {
  if (place.of === 'file') return host.terminal.write('files\n')
  const open = /^["']/.exec(place.typed)?.[0] ?? ''
  const typed = place.typed.slice(open.length)
  const offered = fitting([...place.words, ...(await named(host, place))], typed)
  const lines = offered.map(([word, what]) => {
    const quoted = place.flag + (open === '' ? quotedFor[shell](word) : word)
    return shell === 'bash' ? quoted : `${quoted}\t${oneLine(what)}`
  })
  host.terminal.write(['words', ...lines, ''].join('\n'))
}

/** Those that begin as typed; where none does, those that do so in another case. */
function fitting(all: readonly Offered[], typed: string): readonly Offered[] {
  // a tab or a line end would end the word for the shell, and steer it
  const whole = all.filter(([word]) => !/\p{Cc}/u.test(word))
  const exact = whole.filter(([word]) => word.startsWith(typed))
  if (exact.length > 0) return exact
  const folded = typed.normalize('NFKC').toLowerCase()
  return whole.filter(([word]) => word.normalize('NFKC').toLowerCase().startsWith(folded))
}

// what stands in a note is only text to the shell
const quotedFor: Readonly<Record<Shell, (word: string) => string>> = {
  bash: (word) => word.replace(/[\s'"\\$`&|;<>()*?#!~{}[\]^]/g, '\\$&'),
  // these two quote by themselves
  zsh: (word) => word,
  fish: (word) => word,
  powershell: (word) =>
    /^[\p{L}\p{N}_./:-]+$/u.test(word) ? word : `'${word.replaceAll(/['‘’‚‛]/g, '$&$&')}'`,
}

async function named(host: Host, place: CompletionPlace): Promise<readonly Offered[]> {
  switch (place.of) {
    case 'card':
      return (await namesIn(host, place)).cards
    case 'topic':
      return (await namesIn(host, place)).topics.map(alone)
    case 'tag':
      return (await namesIn(host, place)).tags.map(alone)
    case 'preset':
      return presetsOf(host).map(alone)
    case 'setting':
      return [...plainKeys, ...presetsOf(host).map((name) => `preset.${name}`)].map(alone)
    case 'setting-value': {
      const key = plainKeys.find((one) => one === place.before)
      return (key === undefined ? [] : (settingRows[key].kind.words ?? [])).map(alone)
    }
    case 'added-library':
      return host.store.settings
        .read()
        .libraries.map(({ path, clone }) => (clone ? [clone.name, clone.url] : alone(path)))
    case 'shape':
      return (await import('../../cards/choice/shapes.ts')).shapeNames.map(alone)
    case 'file':
    case undefined:
      return []
  }
}

function namesIn(host: Host, { libraries }: CompletionPlace) {
  // the shell has not yet put the home in the place of its sign
  const library = libraries.map((path) => path.replace(/^~(?=[\\/])/, process.env.HOME ?? '~'))
  return host.library.named(librariesOf(host, library.length === 0 ? {} : { library }))
}

function presetsOf(host: HostPart<'store'>): readonly string[] {
  return Object.keys(host.store.settings.read().presets)
}

function alone(word: string): Offered {
  return [word, '']
}
