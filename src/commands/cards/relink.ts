import type { CardId } from '../../cards/card.ts'
import { Interrupted } from '../../errors.ts'
import type { HostPart } from '../../host/host.ts'
import type { Fact } from '../../identity/record.ts'
import { lastSaid, openPairs, partingsOf, questionOf } from '../../identity/unsure.ts'
import type { relinkRows } from '../../options/commands.ts'
import type { Said } from '../../options/row.ts'
import { pairScreen } from '../../screens/relink.ts'
import { findCard } from '../../search/find.ts'
import { apartLines, pairJson, pairLines, tookBackLines } from '../../view/relink.ts'
import { allCards } from './library-options.ts'

export type Options = Said<typeof relinkRows>

/** `viva relink`: cards that may be edited ones, for a person to say. */
export async function run(
  host: HostPart<'terminal' | 'library' | 'files' | 'store'>,
  options: Options,
): Promise<void> {
  const { terminal } = host
  if (options.undo === true) return undoLast(host)
  const cards = await allCards(host, options)
  if (options.undo !== undefined) {
    const { id, minted, question } = await findCard(
      cards,
      options.undo,
      host.terminal.look().language,
    )
    return takeApart(host, partingsOf(host.store.openRegistry().read(), id, minted), question)
  }
  const present = new Set(cards.map(({ id }) => id))
  const pairs = openPairs(host.store.openRegistry().read(), present)
  if (options.json === true) return terminal.json(pairs.map(pairJson))
  if (pairs.length === 0) return terminal.print([terminal.look().say.relink.none])
  if (terminal.interactive) return decide(host, present)
  for (const [index, pair] of pairs.entries()) {
    terminal.print([...pairLines(pair, index, pairs.length, terminal.look()), ''])
  }
}

/** Asks about one pair after another; each answer is on disk before the next is asked. */
async function decide(
  host: HostPart<'terminal' | 'store'>,
  cards: ReadonlySet<CardId>,
): Promise<void> {
  const { terminal } = host
  const { relink } = terminal.look().say
  const registry = host.store.openRegistry()
  const present = new Set(cards)
  const later = new Set<CardId>()
  for (let index = 0; ; index += 1) {
    // an answer may have settled other pairs of the same card
    const open = openPairs(registry.read(), present).filter(({ newer }) => !later.has(newer))
    const [pair] = open
    if (pair === undefined) return terminal.print([relink.done])
    const screen = pairScreen(pair, index, index + open.length)
    terminal.print(screen.above(terminal.look()))
    const verdict = await terminal.live(screen)
    if (verdict === 'left') throw new Interrupted()
    const { older, newer } = pair
    if (verdict === 'later') later.add(newer)
    else {
      const kind = verdict === 'same' ? 'link' : 'unlink'
      registry.learn([{ kind, older, newer, by: 'person' }])
      if (verdict === 'same') present.add(registry.read().nameOf(newer))
    }
    terminal.print([relink.verdict[verdict], ''])
  }
}

function undoLast(host: HostPart<'terminal' | 'store'>): void {
  const { terminal } = host
  const { relink } = terminal.look().say
  const registry = host.store.openRegistry()
  const last = lastSaid(registry.read())
  if (last === undefined) {
    terminal.print([relink.nothingSaid])
    return
  }
  registry.learn([{ kind: 'void', ref: last.id }])
  const question = questionOf(registry.read(), last.newer)
  terminal.print(tookBackLines(last.kind, question ?? last.newer, terminal.look()))
}

function takeApart(
  host: HostPart<'terminal' | 'store'>,
  partings: readonly Fact[],
  question: string,
): void {
  const { terminal } = host
  const look = terminal.look()
  if (partings.length > 0) host.store.openRegistry().learn(partings)
  terminal.print(apartLines(partings.length > 0 ? 'apart' : 'never', question, look))
}
