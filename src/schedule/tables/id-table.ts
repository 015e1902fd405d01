/** An id table as it is kept in a file. */
export type IdParts = {
  /** The ids in UTF-8, one behind the other. */
  readonly ids: Uint8Array
  /** Where each of them ends. */
  readonly ends: Uint32Array
  /** By hash: the number of an id and one, or 0; a power of two of them, at most half of them taken. */
  readonly slots: Int32Array
}

const fewestSlots = 16

/**
 * Ids and their numbers, from 0 in the order in which they came. They are looked up by their bytes, for
 * a long history names each card many times, and a kept table need not be read to find one id in it.
 */
export class IdTable {
  #ids: Uint8Array
  #ends: Uint32Array
  #slots: Int32Array
  #size: number

  constructor(kept?: IdParts) {
    this.#ids = kept?.ids ?? new Uint8Array(256)
    this.#ends = kept?.ends ?? new Uint32Array(fewestSlots)
    this.#slots = kept?.slots ?? new Int32Array(fewestSlots)
    this.#size = kept?.ends.length ?? 0
  }

  get size(): number {
    return this.#size
  }

  /** The number of the id in these bytes; -1 if it is not there. */
  find(bytes: Uint8Array, start = 0, end = bytes.length): number {
    return (this.#slots[this.#slotOf(bytes, start, end)] ?? 0) - 1
  }

  /** The same, and then it is there. */
  add(bytes: Uint8Array, start = 0, end = bytes.length): number {
    const slot = this.#slotOf(bytes, start, end)
    const known = this.#slots[slot] ?? 0
    if (known > 0) return known - 1
    const number = this.#size
    this.#append(bytes, start, end)
    this.#slots[slot] = number + 1
    if (2 * this.#size > this.#slots.length) this.#spread()
    return number
  }

  at(number: number): string {
    const { buffer, byteOffset } = this.#ids
    const [start, end] = [this.#startOf(number), this.#ends[number] ?? 0]
    return Buffer.from(buffer, byteOffset + start, end - start).toString()
  }

  parts(): IdParts {
    const ends = this.#ends.subarray(0, this.#size)
    return { ids: this.#ids.subarray(0, ends.at(-1) ?? 0), ends, slots: this.#slots }
  }

  #startOf(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] ?? 0)
  }

  // where the id is, or the free slot that is next to where it should be
  #slotOf(bytes: Uint8Array, start: number, end: number): number {
    const last = this.#slots.length - 1
    let slot = hashOf(bytes, start, end) & last
    for (;;) {
      const known = this.#slots[slot] ?? 0
      if (known === 0 || this.#is(known - 1, bytes, start, end)) return slot
      slot = (slot + 1) & last
    }
  }

  #is(number: number, bytes: Uint8Array, start: number, end: number): boolean {
    const ids = this.#ids
    let at = this.#startOf(number)
    if ((this.#ends[number] ?? 0) - at !== end - start) return false
    for (let i = start; i < end; i += 1) {
      if (ids[at] !== bytes[i]) return false
      at += 1
    }
    return true
  }

  #append(bytes: Uint8Array, start: number, end: number): void {
    const from = this.#size === 0 ? 0 : (this.#ends[this.#size - 1] ?? 0)
    const to = from + end - start
    if (to > this.#ids.length) {
      const ids = new Uint8Array(2 * to)
      ids.set(this.#ids)
      this.#ids = ids
    }
    if (this.#size === this.#ends.length) {
      const ends = new Uint32Array(2 * this.#size + fewestSlots)
      ends.set(this.#ends)
      this.#ends = ends
    }
    for (let i = start; i < end; i += 1) this.#ids[from + i - start] = bytes[i] ?? 0
    this.#ends[this.#size] = to
    this.#size += 1
  }

  #spread(): void {
    const slots = new Int32Array(2 * this.#slots.length)
    const last = slots.length - 1
    for (let number = 0; number < this.#size; number += 1) {
      let slot = hashOf(this.#ids, this.#startOf(number), this.#ends[number] ?? 0) & last
      while ((slots[slot] ?? 0) > 0) slot = (slot + 1) & last
      slots[slot] = number + 1
    }
    this.#slots = slots
  }
}

/** FNV-1a in 32 bits (in the public domain), its high bits mixed into the low ones. */
function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ (bytes[i] ?? 0), 0x01000193)
  return hash ^ (hash >>> 15)
}
