const common = new Set(
  `and any api app args async await bool break case catch char class const continue data def default del delete do elif else end enum error
except exit export extends false final finally float for from func function get global if import in int interface is item key kwargs lambda let list
main map name new nil none not null number object of ok or package pass path print private protected public put raise range request response result return
self set static str string struct super switch test this throw throws true try type undefined use user users value var void while with yield example foo bar
localhost http https com www org json python javascript java bash sql text john doe`.split(/\s+/),
)

const most = 12

/** The names in lines of code that tell what the code uses, in order of appearance. */
export function identifiersIn(lines: readonly string[]): readonly string[] {
  const names = new Set<string>()
  for (const line of lines.slice(0, 200)) {
    const code = line
      .slice(0, 400)
      .replace(/(?:#|\/\/|--).*$/, '')
      .replace(/(["'`]).*?\1/g, ' ')
    for (const [name] of code.matchAll(/[A-Za-z_][A-Za-z0-9_]{2,40}/g)) {
      const isTelling = /_|[a-z][A-Z]/.test(name) || name.length > 4
      if (isTelling && !common.has(name.toLowerCase())) names.add(name)
      if (names.size >= most) return [...names]
    }
  }
  return [...names]
}
