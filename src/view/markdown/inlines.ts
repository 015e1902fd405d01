import type { Html, PhrasingContent } from 'mdast'
import { hardBreak, joint } from '../../markdown/joint.ts'
import type { Run } from '../../text/wrap.ts'
import { htmlRuns, type Open } from './html.ts'
import { afterLink, type Ink, isSame, leaf, linked, picture, styled } from './ink.ts'
import { isPainted, type Page } from './page.ts'

/** A stretch of Markdown text as runs; a newline in them is a break the author asked for. */
export function inlineRuns(
  nodes: readonly PhrasingContent[],
  page: Page,
  ink: Ink = {},
): readonly Run[] {
  return joined(runsOf(nodes, page, ink))
}

/** A block of HTML, likewise. */
export function htmlBlock(html: string, page: Page): readonly Run[] {
  return joined(htmlRuns(html, [], {}, page).runs)
}

function runsOf(nodes: readonly PhrasingContent[], page: Page, ink: Ink): Run[] {
  const runs: Run[] = []
  let open: readonly Open[] = []
  for (const node of nodes) {
    if (node.type === 'html') {
      const shown = htmlRuns(node.value, open, ink, page)
      runs.push(...shown.runs)
      open = shown.open
    } else runs.push(...nodeRuns(node, page, open.at(-1)?.ink ?? ink))
  }
  return runs
}

function nodeRuns(node: Exclude<PhrasingContent, Html>, page: Page, ink: Ink): Run[] {
  const { paint } = page.look
  switch (node.type) {
    case 'text':
      return [leaf(node.value, ink)]
    case 'emphasis':
      return runsOf(node.children, page, styled(ink, paint.emphasis))
    case 'strong':
      return runsOf(node.children, page, styled(ink, paint.strong))
    case 'delete':
      return marked(
        '~~',
        runsOf(node.children, page, styled(ink, paint.deleted)),
        isPainted(paint.deleted),
      )
    case 'inlineCode':
      return marked('`', [leaf(node.value, styled(ink, paint.code))], isPainted(paint.code))
    case 'break':
      return [{ text: hardBreak }]
    case 'link':
      return linkRuns(node.children, node.url, page, ink)
    case 'linkReference': {
      const url = page.definitions.get(node.identifier)?.url
      return linkRuns(node.children, url ?? '', page, ink)
    }
    case 'image':
      return [picture(node.alt ?? '', node.url, ink, page)]
    case 'imageReference': {
      const url = page.definitions.get(node.identifier)?.url
      return [picture(node.alt ?? '', url ?? '', ink, page)]
    }
    case 'footnoteReference':
      return [leaf(`[${page.notes.get(node.identifier) ?? node.identifier}]`, ink)]
  }
}

function marked(mark: string, runs: Run[], painted: boolean): Run[] {
  return painted ? runs : [{ text: mark }, ...runs, { text: mark }]
}

function linkRuns(nodes: readonly PhrasingContent[], url: string, page: Page, ink: Ink): Run[] {
  const [only] = nodes
  if (nodes.length === 1 && only?.type === 'text' && isSame(only.value, url)) {
    return addressRuns(only.value, url, page, ink)
  }
  const runs = runsOf(nodes, page, linked(ink, url, page))
  return [...runs, ...afterLink(textOf(runs), url, ink, page)]
}

// A bare address runs on into the Chinese sentence behind it.
function addressRuns(text: string, url: string, page: Page, ink: Ink): Run[] {
  const mark = text.search(/(?<=.)[\u3000-\u303f\uff00-\uff65“”‘’—…]/)
  const end = mark < 0 ? text.length : mark
  const to = url.slice(0, url.length - text.length + end)
  return [leaf(text.slice(0, end), linked(ink, to, page)), leaf(text.slice(end), ink)]
}

function textOf(runs: readonly Run[]): string {
  return runs.map((run) => run.text).join('')
}

function joined(runs: readonly Run[]): Run[] {
  const text = textOf(runs)
  let start = 0
  return runs.map((run) => {
    const from = start
    start += run.text.length
    const spaced = run.text.replace(/\n */g, (line, i: number) =>
      joint(text.charAt(from + i - 1), text.charAt(from + i + line.length)),
    )
    return { ...run, text: spaced.replaceAll(hardBreak, '\n') }
  })
}
