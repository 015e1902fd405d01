const notes = ['*.[mM][dD]', '*.[mM][aA][rR][kK][dD][oO][wW][nN]', '*.[mM][dD][xX]', '.viva.yaml']
const pictures = [
  '*.[pP][nN][gG]',
  '*.[jJ][pP][gG]',
  '*.[jJ][pP][eE][gG]',
  '*.[gG][iI][fF]',
  '*.[wW][eE][bB][pP]',
  '*.[sS][vV][gG]',
]
/** Folders whose notes are never read, see `host/library/walk.ts`. */
const unread = ['node_modules/', '.*/']

/**
 * What of a repository is checked out: notes, and pictures that they may show; of one folder or one
 * note of it, if that was said. As patterns of a sparse checkout, of which the last that fits decides.
 */
export function wantedFiles(folder: string | undefined): readonly string[] {
  if (folder === undefined) return [...notes, ...unread.map((name) => `!${name}`), ...pictures]
  const path = literal(folder)
  const within = (pattern: string) => `/${path}/**/${pattern}`
  const beside = `/${literal(folder.split('/').slice(0, -1).join('/'))}/**/`.replace('//', '/')
  const isNote = /\.(?:md|markdown|mdx)$/i.test(folder)
  return [
    ...notes.map(within),
    ...unread.map((name) => `!${within(name)}`),
    ...pictures.map(within),
    ...(isNote ? [`/${path}`, ...pictures.map((pattern) => beside + pattern)] : []),
  ]
}

function literal(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')
}
