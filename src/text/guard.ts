// Our own colours and links, and nothing else that a terminal would obey.
const ours = /\x1b\[[\d;]*m|\x1b\]8;;[\x21-\x7e]*\x1b\\/g
// a tab moves the cursor and no more: it stands between the fields of records for other programs
const obeyed = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/**
 * A line as it may be printed: whatever slipped past the making safe of its parts is dropped here.
 * A second net, so that one forgotten call cannot hand the terminal to a file.
 */
export function guarded(line: string): string {
  if (line.search(obeyed) < 0) return line
  let kept = ''
  let from = 0
  for (const { index, 0: sequence } of line.matchAll(ours)) {
    kept += line.slice(from, index).replace(obeyed, '') + sequence
    from = index + sequence.length
  }
  return kept + line.slice(from).replace(obeyed, '')
}
