import { escapeHtml } from '../html/blocks.ts'

/** One hue in steps of lightness, so that no eye has to tell colours apart. */
const steps = ['#e3e8ee', '#b6cdea', '#7ea6d8', '#3f78bd', '#0a3d7a']
const [ink, soft, fill, line] = ['#1f2328', '#59636e', '#2f6db5', '#9a3412']
const columnsWide = 720

type Drawn = { readonly height: number; readonly parts: readonly string[] }

/** A whole drawing of its own, as wide as a page. */
function svgOf({ height, parts }: Drawn): string {
  const size = `width="${columnsWide}" height="${height}" viewBox="0 0 ${columnsWide} ${height}"`
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size} font-family="sans-serif" font-size="13">${parts.join('')}</svg>`
}

function text(x: number, y: number, said: string, anchor = 'start', colour = ink): string {
  return `<text x="${r(x)}" y="${r(y)}" text-anchor="${anchor}" fill="${colour}">${escapeHtml(said)}</text>`
}

function box(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${r(x)}" y="${r(y)}" width="${r(width)}" height="${r(height)}" fill="${colour}"/>`
}

function r(value: number): string {
  return String(Math.round(value * 10) / 10)
}

/** Values as columns beside each other, with what stands below some of them. */
export function columnsSvg(
  values: readonly number[],
  told: (value: number) => string,
  below: (index: number) => string | undefined,
): string {
  const [left, top, height] = [56, 14, 160]
  const most = Math.max(...values, 1)
  const each = (columnsWide - left) / values.length
  const scale = [0, 0.5, 1].flatMap((share) => {
    const y = top + height * (1 - share)
    return [
      `<path d="M${left} ${r(y)}H${columnsWide}" stroke="#d1d9e0" stroke-width="1"/>`,
      text(left - 6, y + 4, told(most * share), 'end', soft),
    ]
  })
  const columns = values.flatMap((value, i) => {
    const high = (value / most) * height
    const name = below(i)
    const x = left + i * each
    return [
      ...(value > 0 ? [box(x + each * 0.1, top + height - high, each * 0.8, high, fill)] : []),
      ...(name === undefined ? [] : [text(x + each / 2, top + height + 18, name, 'middle', soft)]),
    ]
  })
  return svgOf({ height: top + height + 28, parts: [...scale, ...columns] })
}

/** A name, a share, what is said beside it, and a second share that is marked. */
export type ChartBar = {
  readonly name: string
  readonly share: number
  readonly said: string
  readonly mark?: number
}

/** Bars one below the other; a mark is a line across its bar. */
export function barsSvg(rows: readonly ChartBar[]): string {
  const [left, right, high] = [190, 190, 26]
  const room = columnsWide - left - right
  const parts = rows.flatMap(({ name, share, said, mark }, i) => {
    const y = i * high + 4
    return [
      text(left - 8, y + 14, name, 'end'),
      box(left, y, room, 18, steps[0] ?? ''),
      box(left, y, room * share, 18, fill),
      ...(mark === undefined ? [] : [box(left + room * mark - 1.5, y - 2, 3, 22, line)]),
      text(left + room + 8, y + 14, said),
    ]
  })
  return svgOf({ height: rows.length * high + 8, parts })
}

/** Days as squares, a week a column with Monday on top. */
export function squaresSvg(
  counts: readonly number[],
  monthOf: (index: number) => string | undefined,
  days: readonly string[],
): string {
  const [left, top] = [44, 22]
  const each = (columnsWide - left) / Math.ceil(counts.length / 7)
  const most = Math.max(...counts, 1)
  const squares = counts.map((count, i) => {
    // the root spreads what is little, where most days are
    const step = count === 0 ? 0 : Math.max(1, Math.ceil(Math.sqrt(count / most) * 4))
    const [x, y] = [left + Math.floor(i / 7) * each, top + (i % 7) * each]
    return box(x, y, each - 2, each - 2, steps[step] ?? '')
  })
  const months = counts.flatMap((_, i) => {
    const name = monthOf(i)
    const x = left + Math.floor(i / 7) * each
    return name === undefined || x > columnsWide - 30 ? [] : [text(x, top - 7, name, 'start', soft)]
  })
  const names = days.map((name, i) =>
    text(left - 6, top + (2 * i + 0.75) * each, name, 'end', soft),
  )
  return svgOf({ height: Math.ceil(top + 7 * each), parts: [...months, ...names, ...squares] })
}

/** Several courses from 0 to 1, each with its own dashes and its name at its end. */
export function coursesSvg(
  courses: readonly { readonly name: string; readonly values: readonly number[] }[],
): string {
  const [left, right, top, height] = [56, 110, 12, 170]
  const room = columnsWide - left - right
  const scale = [0, 0.5, 1].flatMap((share) => {
    const y = top + height * (1 - share)
    return [
      `<path d="M${left} ${r(y)}H${left + room}" stroke="#d1d9e0" stroke-width="1"/>`,
      text(left - 6, y + 4, `${share * 100}%`, 'end', soft),
    ]
  })
  const dashes = ['', '7 4', '2 4']
  const colours = [fill, line, ink]
  const lines = courses.flatMap(({ name, values }, n) => {
    const step = room / Math.max(1, values.length - 1)
    const points = values.map(
      (value, i) => `${r(left + i * step)},${r(top + height * (1 - value))}`,
    )
    const last = top + height * (1 - (values.at(-1) ?? 0))
    return [
      `<polyline points="${points.join(' ')}" fill="none" stroke="${colours[n % 3]}" stroke-width="2.5" stroke-dasharray="${dashes[n % 3]}"/>`,
      text(left + room + 8, last + 4, name, 'start', colours[n % 3]),
    ]
  })
  return svgOf({ height: top + height + 12, parts: [...scale, ...lines] })
}
