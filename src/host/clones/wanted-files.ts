const notes = ['*.[mM][dD]', '*.[mM][aA][rR][kK][dD][oO][wW][nN]', '*.[mM][dD][xX]', '.viva.yaml']
const pictures = [
  '*.[pP][nN][gG]',
  '*.[jJ][pP][gG]',
  '*.[jJ][pP][eE][gG]',
  '*.[gG][iI][fF]',
  '*.[wW][eE][bB][pP]',
  '*.[sS][vV][gG]',
]
/** Where notes are never read, see `host/library/walk.ts`; pictures may stand in the first. */
const hidden = '.*/**'
const foreign = 'node_modules/**'

/**
 * What of a repository is checked out: notes, and pictures that they may show; of one folder or one
 * note of it, if that was said. As patterns of a sparse checkout, of which the last that fits decides.
 */
export function wantedFiles(folder: string | undefined): readonly string[] {
  const isNote = folder !== undefined && /\.(?:md|markdown|mdx)$/i.test(folder)
  const top = isNote ? folder.split('/').slice(0, -1).join('/') : (folder ?? '')
  const within = (pattern: string) => `${top === '' ? '' : `/${literal(top)}`}/**/${pattern}`
  const read = isNote ? [] : [...notes.map(within), `!${within(hidden)}`]
  const shown = [...pictures.map(within), `!${within(foreign)}`]
  return isNote ? [...shown, `/${literal(folder)}`] : [...read, ...shown]
}

function literal(path: string): string {
  return path.replace(/[\\*?[\]]/g, '\\$&').replace(/ $/, '\\ ')
}
