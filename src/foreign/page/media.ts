/** Where notes find a file of another program: in a folder beside them. */
export function mediaAddress(name: string): string {
  const address = encodeURIComponent(mediaFile(name))
  return `media/${address.replace(/[()]/g, (one) => (one === '(' ? '%28' : '%29'))}`
}

/** The name under which a file is kept, which any system takes; no path leads out of its folder. */
export function mediaFile(name: string): string {
  const bare = name
    .normalize('NFC')
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, '_')
    .replace(/^\.+|[. ]+$/g, '_')
    // on Windows aux.png is no file, but a device
    .replace(/^(?=(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))/i, '_')
  return bare.length <= 120 ? bare : `${bare.slice(0, 80)}…${bare.slice(-30)}`
}
