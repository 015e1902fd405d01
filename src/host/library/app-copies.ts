const folders = /(?:^|\/)(?:logseq\/(?:bak|version-files)|\.trash|\.stversions)$/i
const files = /\.sync-conflict-\d|\bconflicted copy\b|冲突副本/i

/** Whether a file or folder of a library is a copy that a note or sync program keeps beside it. */
export function isAppCopy(name: string, isFolder: boolean): boolean {
  return isFolder ? folders.test(name) : files.test(name.slice(name.lastIndexOf('/') + 1))
}
