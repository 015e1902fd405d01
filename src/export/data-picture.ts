const head = /^data:image\/[\w.+-]{1,40}((?:;[\w=-]{1,60}){0,3}),/i

/** Whether an address is a picture itself. */
export function isDataPicture(src: string): boolean {
  return head.test(src)
}

/** The bytes of a picture that was pasted into a note as an address; undefined if it is none. */
export function dataPicture(src: string): Uint8Array | undefined {
  const [start, settings] = head.exec(src) ?? []
  if (start === undefined || settings === undefined) return undefined
  const text = src.slice(start.length)
  try {
    const bare = decodeURIComponent(text)
    return Buffer.from(bare, /;base64$/i.test(settings) ? 'base64' : 'utf8')
  } catch {
    return undefined
  }
}

/** A pasted picture as it is named where its letters would say nothing: by its kind. */
export function shortAddress(src: string): string {
  return src.startsWith('data:') ? `${src.slice(0, 40).replace(/,.*/s, '')},…` : src.slice(0, 200)
}
