const base = 1 << 16

/**
 * The places of whole numbers, the smallest first, of equal ones in their order: sixteen bits a pass from
 * the lowest on, which for times of a million reviews is twenty times as fast as comparing them.
 */
export function inOrder(numbers: Float64Array): Uint32Array {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const number of numbers) {
    if (number < least) least = number
    if (number > most) most = number
  }
  let places = new Uint32Array(numbers.length)
  for (let i = 0; i < places.length; i += 1) places[i] = i
  for (let unit = 1; unit <= most - least; unit *= base) places = pass(numbers, places, least, unit)
  return places
}

function pass(
  numbers: Float64Array,
  places: Uint32Array,
  least: number,
  unit: number,
): Uint32Array<ArrayBuffer> {
  const ends = new Uint32Array(base)
  const digits = new Uint16Array(places.length)
  for (let i = 0; i < places.length; i += 1) {
    const digit = Math.floor(((numbers[places[i] ?? 0] ?? 0) - least) / unit) % base
    digits[i] = digit
    ends[digit] = (ends[digit] ?? 0) + 1
  }
  for (let i = 1; i < base; i += 1) ends[i] = (ends[i] ?? 0) + (ends[i - 1] ?? 0)
  const sorted = new Uint32Array(places.length)
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const digit = digits[i] ?? 0
    const end = (ends[digit] ?? 0) - 1
    ends[digit] = end
    sorted[end] = places[i] ?? 0
  }
  return sorted
}
