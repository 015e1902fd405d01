/** A map whose values are made when they are asked for. */
export class LazyMap<Key, Value> implements ReadonlyMap<Key, Value> {
  readonly #size: () => number
  readonly #keys: () => Iterable<Key>
  readonly #get: (key: Key) => Value | undefined

  constructor(size: () => number, keys: () => Iterable<Key>, get: (key: Key) => Value | undefined) {
    this.#size = size
    this.#keys = keys
    this.#get = get
  }

  get size(): number {
    return this.#size()
  }

  get(key: Key): Value | undefined {
    return this.#get(key)
  }

  has(key: Key): boolean {
    return this.#get(key) !== undefined
  }

  *keys(): MapIterator<Key> {
    yield* this.#keys()
  }

  *values(): MapIterator<Value> {
    for (const [, value] of this) yield value
  }

  *entries(): MapIterator<[Key, Value]> {
    for (const key of this.#keys()) {
      const value = this.#get(key)
      if (value !== undefined) yield [key, value]
    }
  }

  [Symbol.iterator](): MapIterator<[Key, Value]> {
    return this.entries()
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this) visit(value, key, this)
  }
}
