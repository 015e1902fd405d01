import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/cards/card.ts'
import { encodeRegistry } from '../../src/identity/record.ts'
import { recordsIn, registryOf } from '../../src/identity/registry.ts'
import { encodeStep } from '../../src/interview/record.ts'
import { encode, type JournalRecord } from '../../src/journal/record.ts'
import { grades, type Instant } from '../../src/schedule/schedule.ts'
import { seeded } from '../../src/schedule/seeded.ts'
import { begun } from '../support/interviews.ts'
import {
  actsOn,
  append,
  fakeRemote,
  type Kill,
  type Machine,
  machine,
  meet,
  notesOn,
} from '../support/machines.ts'

const start = 1_795_348_800_000
const kills: readonly Kill[] = ['take', 'torn', 'push', 'pushed']

/** Machines that do anything at random, and what one machine would have that did it all. */
function lived(count: number, steps: number, seed: string) {
  const random = seeded(seed)
  const below = (n: number) => Math.floor(random() * n)
  const machines = Array.from({ length: count }, (_, i) => machine(`device${i}`))
  const remote = fakeRemote()
  const all: string[] = []
  const ids: string[] = []
  const open = new Set<string>()
  let killed = 0
  const record = (
    one: Machine,
    of: (head: { id: string; at: Instant; offset: number }) => JournalRecord,
  ) => {
    // clocks stand hours apart, and one of them goes backwards
    const skew = (Number(one.device.slice(-1)) - 1) * 3_600_000 * 5
    const head = {
      id: `r${one.device}-${ids.length}`,
      at: (start + all.length * 60_000 + skew) as Instant,
      offset: 480,
    }
    const line = encode(of(head))
    append(one, `journal/${one.device}.jsonl`, line)
    all.push(line)
    ids.push(head.id)
  }
  const acts: readonly ((one: Machine, n: number) => void)[] = [
    (one) => {
      const card = `卡片-${below(20)}` as CardId
      const grade = grades[below(4)] ?? 'good'
      record(one, (head) => ({
        kind: 'review',
        ...head,
        card,
        grade,
        tookMs: 1000,
        source: 'review',
      }))
    },
    (one) =>
      record(one, (head) => ({ kind: 'void', ...head, ref: ids[below(ids.length)] ?? 'none' })),
    // a grade that was never acknowledged: a kill in the middle of its line
    (one) => append(one, `journal/${one.device}.jsonl`, '{"v":1,"id":"torn-0","t":17953'),
    (one, n) => {
      const path = `notes/card-${below(6)}.md`
      const before = one.files.get(path)?.toString()
      if (before !== undefined) open.delete(before)
      const text = `第 ${n} 版\n`
      one.files.set(path, Buffer.from(text))
      open.add(text)
    },
    (one) => {
      const path = `notes/card-${below(6)}.md`
      open.delete(one.files.get(path)?.toString() ?? '')
      one.files.delete(path)
    },
    (one, n) => {
      const [older, newer] = [`卡片-${below(20)}`, `卡片-${below(20)}`] as [CardId, CardId]
      const fact = { kind: 'link', older, newer, by: 'text' } as const
      const at = (start + n) as Instant
      append(
        one,
        `registry/${one.device}.jsonl`,
        encodeRegistry({ ...fact, id: `g-${n}`, at, device: one.device }),
      )
    },
    (one, n) => {
      const ended = { kind: 'ended', at: start as Instant, how: 'finished' } as const
      const text = [begun({ seed: `${n}` }), ended].map(encodeStep).join('')
      append(one, `interviews/2026-${n}.jsonl`, text)
    },
    (one, n) => one.settings.set('seconds', String(5 + (n % 300))),
    (one) => one.settings.delete('seconds'),
  ]
  for (let n = 0; n < steps; n += 1) {
    const one = machines[below(count)] ?? machine('none')
    if (random() < 0.7) {
      acts[below(acts.length)]?.(one, n)
      continue
    }
    const kill = random() < 0.1 ? kills[below(kills.length)] : undefined
    if (kill !== undefined) killed += 1
    const rival = machines[below(count)] ?? one
    const races = rival !== one && random() < 0.3
    let isFirst = true
    meet(one, remote, kill, () => {
      if (races && isFirst) meet(rival, remote)
      isFirst = false
    })
    // the remote is emptied, or goes back to what it was long ago
    if (random() < 0.01) remote.tip = undefined
    if (random() < 0.01 && remote.tip !== undefined) {
      const old = remote.commits[below(remote.commits.length)]
      if (old !== undefined)
        remote.tip = remote.commits.push({ on: undefined, files: old.files }) - 1
    }
  }
  for (let round = 0; round < 2; round += 1) for (const one of machines) meet(one, remote)
  const alone = machine('alone')
  append(alone, 'journal/alone.jsonl', all.join(''))
  return { machines, remote, alone, open, killed }
}

const registry = ({ files }: Machine) => {
  const found = [...files].filter(([path]) => path.startsWith('registry/'))
  const { decisions } = registryOf(
    found.flatMap(([, bytes]) => recordsIn({ device: 'a', bytes }).records),
  )
  return decisions.map(({ older, newer, kind }) => `${kind} ${older} ${newer}`).sort()
}

describe.each([
  [2, 'eins'],
  [5, 'zwei'],
  [5, 'drei'],
])('%d machines in 1,000 random steps, with kills and lost races (%s)', (count, seed) => {
  const { machines, remote, alone, open, killed } = lived(count, 1000, seed)

  test('have each grade once, as one machine would that did it all', () => {
    const plain = (one: Machine) => actsOn(one).acts.map(({ device: _, ...act }) => act)
    const expected = plain(alone)
    expect(killed).toBeGreaterThan(15)
    expect(expected.length).toBeGreaterThan(50)
    for (const one of machines) expect(plain(one)).toEqual(expected)
  })

  test('call every card alike', () => {
    const [first, ...others] = machines.map(registry)
    for (const one of others) expect(one).toEqual(first)
  })

  test('have the same notes, and none is lost that nobody edited further', () => {
    const [first = {}, ...others] = machines.map(notesOn)
    for (const one of others) expect(one).toEqual(first)
    const there = new Set(Object.values(first))
    expect([...open].filter((text) => !there.has(text))).toEqual([])
  })

  test('have the same interviews and settings, and come to rest', () => {
    const interviews = machines.map(({ files }) =>
      [...files.keys()].filter((path) => path.startsWith('interviews/')).sort(),
    )
    for (const one of interviews) expect(one).toEqual(interviews[0])
    for (const { settings } of machines)
      expect([...settings]).toEqual([...(machines[0]?.settings ?? [])])
    const { tip } = remote
    for (const one of machines) expect(meet(one, remote)?.given).toEqual([])
    expect(remote.tip).toBe(tip)
  })

  test('never push a line that was not whole', () => {
    const files = remote.commits[remote.tip ?? 0]?.files ?? new Map<string, Buffer>()
    expect([...files.values()].some((bytes) => bytes.includes('torn-0'))).toBe(false)
  })
})
