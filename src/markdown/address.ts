/** An address longer than this would only make the document large. */
const longestUrl = 2000

/** An address that a document may lead to, percent-encoded. */
export function followed(url: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)./i.test(url) || url.length > longestUrl) return undefined
  return url.replace(/\p{Surrogate}/gu, '\ufffd').replace(/[^!-~]/gu, encodeURIComponent)
}

/** Whether a text is the address itself, perhaps without what is understood. */
export function isAddress(text: string, url: string): boolean {
  return [text, `mailto:${text}`, `http://${text}`, `https://${text}`].includes(url)
}

/** A stretch of a text that is an address, or one that is none. */
export type AddressPart = { readonly text: string; readonly url: string | undefined }

// It runs on into the Chinese sentence behind it.
const end = /(?<=.)[\u2014\u2018-\u201d\u2026\u2e80-\u9fff\uf900-\ufaff\uff00-\uff65]/
const next = /(?:https?:\/\/|www\.)(?=[a-z\d])/i
// what ends a sentence ends no address
const trail = /[?!.,:;*_~'")]+$/

/** A text that begins with an address, cut where the Chinese behind it begins, and so each address in there. */
export function addressParts(text: string, scheme: string): readonly AddressPart[] {
  const parts: AddressPart[] = []
  let rest = text
  let before = scheme
  while (rest !== '') {
    const at = rest.search(end)
    const whole = at < 0 ? rest : rest.slice(0, at)
    const address = parts.length === 0 ? whole : whole.replace(trail, '')
    parts.push({ text: address, url: before + address })
    rest = rest.slice(address.length)
    const from = rest.search(next)
    const words = from < 0 ? rest : rest.slice(0, from)
    if (words !== '') parts.push({ text: words, url: undefined })
    rest = rest.slice(words.length)
    before = /^www\./i.test(rest) ? 'http://' : ''
  }
  return parts
}
