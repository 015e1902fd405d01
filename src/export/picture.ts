/** What the first bytes of a file say of the picture in it; sizes in pixels. */
export type PictureHead = {
  readonly kind: 'png' | 'jpg' | 'gif' | 'webp' | 'svg'
  readonly width: number
  readonly height: number
}

/** A picture of a library, read. */
export type ReadPicture = { readonly head: PictureHead; readonly bytes: Uint8Array }

/** A picture on the page; lengths in points. */
export type PlacedPicture = {
  readonly file: string
  readonly width: number
  readonly height: number
  readonly alt: string
}

/** The kind and size of a picture; undefined if the bytes are none that can be printed. */
export function pictureHead(bytes: Uint8Array): PictureHead | undefined {
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const head = pngHead(view) ?? gifHead(view) ?? webpHead(view) ?? jpgHead(view) ?? svgHead(bytes)
    return head && head.width > 0 && head.height > 0 ? head : undefined
  } catch (error) {
    // the file ends in the middle of its head
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * What an engine takes for a picture, in bytes, as was measured: it is kept unpacked and, unless it
 * is a JPEG, once more as it goes into the document; its own bytes are kept some times over.
 */
export function weightOf({ head, bytes }: ReadPicture): number {
  if (head.kind === 'svg') return bytes.length * 40
  return head.width * head.height * depthOf(head.kind, bytes) + bytes.length * 4
}

/** Bytes a pixel. */
function depthOf(kind: PictureHead['kind'], bytes: Uint8Array): number {
  if (kind === 'jpg') return 3
  const [bits = 8, colours = 6] = kind === 'png' ? bytes.subarray(24, 26) : []
  const channels = [1, 3, 3, 4, 2, 3, 4][colours] ?? 4
  return 2 * channels * (bits > 8 ? 2 : 1)
}

/** A pixel in points, as browsers count. */
const pixel = 0.75

/** The size of a picture on the page: its own, or as much of it as there is room. */
export function fitted(
  { width, height }: Pick<PictureHead, 'width' | 'height'>,
  room: number,
  highest: number,
): { readonly width: number; readonly height: number } {
  const scale = Math.min(1, room / (width * pixel), highest / (height * pixel))
  const points = (length: number) => Math.max(1, Math.round(length * pixel * scale * 100) / 100)
  return { width: points(width), height: points(height) }
}

function pngHead(view: DataView): PictureHead | undefined {
  if (view.getUint32(0) !== 0x89504e47) return undefined
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

function gifHead(view: DataView): PictureHead | undefined {
  if (view.getUint32(0) !== 0x47494638) return undefined
  return { kind: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

function webpHead(view: DataView): PictureHead | undefined {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return undefined
  const kind = 'webp'
  const three = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1
  switch (view.getUint32(12)) {
    case 0x56503858: // VP8X
      return { kind, width: three(24), height: three(27) }
    case 0x5650384c: {
      const bits = view.getUint32(21, true) // VP8L
      return { kind, width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    default: {
      const [width, height] = [26, 28].map((at) => view.getUint16(at, true) & 0x3fff)
      return { kind, width: width ?? 0, height: height ?? 0 }
    }
  }
}

function jpgHead(view: DataView): PictureHead | undefined {
  if (view.getUint16(0) !== 0xffd8) return undefined
  let at = 2
  while (at < view.byteLength) {
    const mark = view.getUint16(at)
    if (mark < 0xff00) return undefined
    // a start of a frame; C4, C8 and CC only look like one
    const isFrame = mark >= 0xffc0 && mark <= 0xffcf && ![0xc4, 0xc8, 0xcc].includes(mark & 0xff)
    if (isFrame)
      return { kind: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function svgHead(bytes: Uint8Array): PictureHead | undefined {
  const text = new TextDecoder().decode(bytes.subarray(0, 4096))
  const root = /<svg\b((?:"[^"]*"|'[^']*'|[^'">])*)>/.exec(text)?.[1]
  if (root === undefined) return undefined
  const value = (name: string) => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(root)?.[1]
  const box =
    value('viewBox')
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? []
  const length = (said: string | undefined) => {
    const [, number, unit = 'px'] = /^\s*([\d.]+)(px|pt|mm|cm|in|em)?\s*$/.exec(said ?? '') ?? []
    return number === undefined ? undefined : Number(number) * (units.get(unit) ?? 1)
  }
  const [width, height] = [length(value('width')), length(value('height'))]
  const [, , boxWidth = 300, boxHeight = 150] = box
  if (width !== undefined && height !== undefined) return { kind: 'svg', width, height }
  if (width !== undefined) return { kind: 'svg', width, height: (width * boxHeight) / boxWidth }
  if (height !== undefined) return { kind: 'svg', width: (height * boxWidth) / boxHeight, height }
  return { kind: 'svg', width: boxWidth, height: boxHeight }
}

const units = new Map([
  ['px', 1],
  ['pt', 4 / 3],
  ['mm', 3.78],
  ['cm', 37.8],
  ['in', 96],
  ['em', 16],
])
