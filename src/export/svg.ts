/**
 * A drawing without what could run or reach out of it, its text in a font of ours. What a hostile
 * one may still hide is refused by the engine, which has no disk and no network.
 */
export function cleanSvg(svg: string, family: string, shown: (text: string) => string): string {
  const bare = svg
    .replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^[>]|\[[\s\S]*?\])*>/gi, '')
    .replace(/<(script|foreignObject|style)\b[\s\S]*?(?:<\/\1\s*>|\/>)/gi, (part, tag) =>
      /^style$/i.test(tag) ? withoutReach(part) : '',
    )
    .replace(/<(?:image|feImage)\b[^>]*?\bhref\s*=\s*["'](?!data:image\/)[^>]*>/gi, '')
    .replace(/\bfont-family\s*=\s*(?:"[^"]*"|'[^']*')/gi, '')
    .replace(/\bfont-family\s*:[^;}"']*(?:"[^"]*"|'[^']*')?[^;}"']*;?/gi, '')
    .replace(/&#(?:x([\da-f]{1,6})|(\d{1,7}));/gi, (raw, hex, tens) => {
      const code = hex ? Number.parseInt(hex, 16) : Number(tens)
      return code > 0x7f && code <= 0x10ffff ? String.fromCodePoint(code) : raw
    })
  return shown(bare).replace(/<svg\b/i, `<svg font-family="${family}"`)
}

function withoutReach(style: string): string {
  return style.replace(/@import[^;]*;?|url\s*\((?!\s*["']?#)[^)]*\)/gi, '')
}
