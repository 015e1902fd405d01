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
