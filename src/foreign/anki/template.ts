/** What a side of a card is made of. */
export type Filling = {
  readonly fields: ReadonlyMap<string, string>
  /** The blank that a card with blanks asks for, from 1; undefined on other cards. */
  readonly blank: number | undefined
  readonly side: 'front' | 'back'
}

/** Tags nested deeper, or fields repeated to more characters than these, are shown no further. */
const deepest = 32
const longest = 200_000

/**
 * A side of a card as Anki has it, HTML: fields and conditions of a template replaced; filters as far as
 * they make text. The front is left out of the back, for it stands before it.
 */
export function sideOf(template: string, filling: Filling): string {
  const out: string[] = []
  const shown: boolean[] = []
  let length = 0
  const add = (text: string) => {
    if (shown.includes(false) || length > longest) return
    out.push(text)
    length += text.length
  }
  let from = 0
  for (const found of template.matchAll(/\{\{([^{}]{0,500})\}\}/g)) {
    add(template.slice(from, found.index))
    from = found.index + found[0].length
    const inner = (found[1] ?? '').trim()
    const mark = inner.charAt(0)
    const name = inner.slice(1).trim()
    if (mark === '#' || mark === '^') {
      const isFilled = !isEmpty(fieldOf(name, filling))
      if (shown.length < deepest) shown.push(mark === '#' ? isFilled : !isFilled)
    } else if (mark === '/') shown.pop()
    else if (mark !== '!') add(fieldOf(inner, filling))
  }
  add(template.slice(from))
  return out.join('').slice(0, longest)
}

/** Whether a field holds nothing that anyone sees. */
function isEmpty(html: string): boolean {
  return (
    /^(?:\s|&nbsp;|<\/?(?:br|div|p)\s*\/?>)*$/i.test(html.slice(0, 2000)) && html.length <= 2000
  )
}

function fieldOf(inner: string, filling: Filling): string {
  const parts = inner.split(':')
  const name = (parts.pop() ?? '').trim()
  const filters = new Set(parts.map((part) => part.trim()))
  const value = filling.fields.get(name)
  if (value === undefined) {
    // in a condition a blank is named by its number: {{#c1}}
    return filling.blank !== undefined && name === `c${filling.blank}` ? name : ''
  }
  if ([...filters].some((filter) => /^tts(?:\s|$)/.test(filter))) return ''
  // what is to be typed is not shown before
  if (filters.has('type') && filling.side === 'front') return ''
  return filters.has('cloze') ||
    filters.has('cloze-only') ||
    (filters.has('type') && filling.blank !== undefined)
    ? withBlanks(value, filling)
    : value
}

/** How deep blanks stand in blanks. */
const deepestBlank = 8

/** Text with its blanks: the one that is asked for as `[…]` or its hint on the front, else filled. */
export function withBlanks(text: string, { blank, side }: Pick<Filling, 'blank' | 'side'>): string {
  type Open = { readonly asks: boolean; text: string }
  const open: Open[] = [{ asks: false, text: '' }]
  const add = (piece: string) => {
    const last = open.at(-1)
    if (last !== undefined) last.text += piece
  }
  let from = 0
  for (const found of text.matchAll(/\{\{c(\d{1,3}(?:,\d{1,3}){0,20})::|\}\}/g)) {
    const isOpening = found[1] !== undefined
    // what opens nothing, or too much, is text
    if (isOpening ? open.length > deepestBlank : open.length === 1) continue
    add(text.slice(from, found.index))
    from = found.index + found[0].length
    if (isOpening) {
      const asks = (found[1] ?? '').split(',').some((number) => Number(number) === blank)
      open.push({ asks, text: '' })
      continue
    }
    const closed = open.pop()
    if (closed !== undefined) add(filled(closed.text, closed.asks, side))
  }
  add(text.slice(from))
  return open.map((one) => one.text).join('')
}

function filled(text: string, asks: boolean, side: Filling['side']): string {
  const [inner = '', hint] = text.split('::', 2)
  if (!asks) return inner
  return side === 'front' ? `[${hint === undefined ? '…' : hint}]` : `<b>${inner}</b>`
}
