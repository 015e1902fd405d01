import type { Tables } from '../tables.ts'
import type { LogColumns } from './revlog.ts'

/** The table `revlog`, and where in it each card stands. */
export type Logs = {
  readonly log: LogColumns
  /** The places of a card, oldest first. It is asked for once. */
  readonly take: (card: number) => readonly number[]
  /** How many places nobody asked for. */
  readonly left: () => number
}

export function logsIn(tables: Tables): Logs {
  const names = ['id', 'cid', 'ease', 'factor', 'time', 'type']
  const columns = tables.numbers('revlog', names)
  const column = (i: number) => columns[i] ?? new Float64Array()
  const [id, cards] = [column(0), column(1)]
  const places = new Map<number, number[]>()
  for (let place = 0; place < cards.length; place += 1) {
    const own = places.get(cards[place] ?? 0)
    if (own === undefined) places.set(cards[place] ?? 0, [place])
    else own.push(place)
  }
  return {
    log: { id, ease: column(2), factor: column(3), time: column(4), kind: column(5) },
    take: (card) => {
      const own = places.get(card) ?? []
      places.delete(card)
      // the key of the table is the time, so nearly always they are in order
      return own.sort((a, b) => (id[a] ?? 0) - (id[b] ?? 0))
    },
    left: () => [...places.values()].reduce((sum, own) => sum + own.length, 0),
  }
}
