/**
 * Lists of bytes that all grow at once, in one array: each list is a chain of slices, each longer
 * than the one before, and ends with where the next one starts.
 */
export type PostingPool = {
  /** Adds a document to a list; documents come in rising order. */
  readonly add: (list: number, doc: number, mark: number) => void
  /** How many documents a list holds. */
  readonly count: (list: number) => number
  readonly size: (list: number) => number
  /** Copies a list whole; gives where it ends. */
  readonly copy: (list: number, target: Uint8Array, start: number) => number
}

const sizes = [4, 8, 16, 32, 64, 128, 256, 512, 1024, 4096]
const pointer = 4

type Lists = {
  head: Uint32Array
  at: Uint32Array
  end: Uint32Array
  last: Int32Array
  count: Uint32Array
  size: Uint32Array
  level: Uint8Array
}

export function postingPool(): PostingPool {
  let bytes = new Uint8Array(1 << 20)
  let used = 0
  let lists = grown(undefined, 1 << 16)
  const slice = (level: number): number => {
    const start = used
    used += (sizes[level] ?? 0) + pointer
    if (used > bytes.length) {
      const longer = new Uint8Array(bytes.length * 2)
      longer.set(bytes)
      bytes = longer
    }
    return start
  }
  const open = (list: number) => {
    const start = slice(0)
    lists.head[list] = start
    lists.at[list] = start
    lists.end[list] = start + (sizes[0] ?? 0)
    lists.last[list] = -1
  }
  const write = (list: number, byte: number) => {
    let at = lists.at[list] ?? 0
    const end = lists.end[list] ?? 0
    if (at === end) {
      const level = Math.min((lists.level[list] ?? 0) + 1, sizes.length - 1)
      const start = slice(level)
      new DataView(bytes.buffer).setUint32(end, start)
      lists.level[list] = level
      lists.end[list] = start + (sizes[level] ?? 0)
      at = start
    }
    bytes[at] = byte
    lists.at[list] = at + 1
    lists.size[list] = (lists.size[list] ?? 0) + 1
  }
  return {
    add: (list, doc, mark) => {
      if (list >= lists.head.length) lists = grown(lists, Math.max(list + 1, list * 2))
      if (lists.count[list] === 0) open(list)
      let delta = doc - (lists.last[list] ?? -1)
      for (; delta >= 0x80; delta >>>= 7) write(list, (delta & 0x7f) | 0x80)
      write(list, delta)
      write(list, mark)
      lists.last[list] = doc
      lists.count[list] = (lists.count[list] ?? 0) + 1
    },
    count: (list) => lists.count[list] ?? 0,
    size: (list) => lists.size[list] ?? 0,
    copy: (list, target, start) =>
      copied(bytes, { from: lists.head[list] ?? 0, size: lists.size[list] ?? 0 }, target, start),
  }
}

/** Copies a chain of slices into one piece; gives where it ends. */
function copied(
  bytes: Uint8Array<ArrayBuffer>,
  list: { readonly from: number; readonly size: number },
  target: Uint8Array,
  start: number,
): number {
  const view = new DataView(bytes.buffer)
  let { from, size: left } = list
  let to = start
  for (let level = 0; left > 0; level = Math.min(level + 1, sizes.length - 1)) {
    const full = sizes[level] ?? 0
    const length = Math.min(left, full)
    target.set(bytes.subarray(from, from + length), to)
    to += length
    left -= length
    if (left > 0) from = view.getUint32(from + full)
  }
  return to
}

function grown(lists: Lists | undefined, length: number): Lists {
  const longer: Lists = {
    head: new Uint32Array(length),
    at: new Uint32Array(length),
    end: new Uint32Array(length),
    last: new Int32Array(length),
    count: new Uint32Array(length),
    size: new Uint32Array(length),
    level: new Uint8Array(length),
  }
  if (lists === undefined) return longer
  longer.head.set(lists.head)
  longer.at.set(lists.at)
  longer.end.set(lists.end)
  longer.last.set(lists.last)
  longer.count.set(lists.count)
  longer.size.set(lists.size)
  longer.level.set(lists.level)
  return longer
}
