/** How the address of a folder begins. */
export const scheme = 'file://'

/** An address as a person would write it: a folder by its path. */
export function remoteName(url: string): string {
  if (!url.startsWith(scheme)) return url
  return url
    .slice(scheme.length)
    .replaceAll('%25', '%')
    .replace(/^\/(?=[a-z]:)/i, '')
}
