/** What is known of a tag besides how it looks. */
type Element = {
  /** Holds nothing and is never closed. */
  readonly empty?: true
  /** Stands on lines of its own. */
  readonly block?: true
  /** Open elements that its beginning closes, as browsers have it … */
  readonly ends?: ReadonlySet<string>
  /** … as far out as these, in one of which it need not be closed. */
  readonly within?: ReadonlySet<string>
}

const none: Element = {}

/** What is known of a tag by its name. */
export function elementCalled(name: string): Element {
  return elements.get(name) ?? none
}

const table = names('table')
const rows = names('td th tr')
const parts = names('td th tr thead tbody tfoot caption colgroup')

const elements = new Map<string, Element>([
  ...all('area base br col embed hr img input link meta param source track wbr', { empty: true }),
  ...all(
    'address article aside blockquote body center details dialog dir div dl fieldset figcaption',
    { block: true },
  ),
  ...all('figure footer form h1 h2 h3 h4 h5 h6 head header hgroup html legend main menu nav', {
    block: true,
  }),
  ...all('ol pre section summary table ul', { block: true }),
  ...all('li', { block: true, ends: names('li'), within: names('ul ol menu dir') }),
  ...all('dt dd', { block: true, ends: names('dt dd'), within: names('dl') }),
  ...all('option', { block: true, ends: names('option'), within: names('select') }),
  ...all('tr', { block: true, ends: rows, within: table }),
  ...all('td th', { block: true, ends: names('td th'), within: names('tr table') }),
  ...all('thead tbody tfoot', { block: true, ends: parts, within: table }),
  ...all('caption colgroup', { block: true, ends: names('caption colgroup'), within: table }),
  ...all('p', { block: true, ends: names('p') }),
])

function all(called: string, element: Element): (readonly [string, Element])[] {
  return [...names(called)].map((name) => [name, element])
}

function names(called: string): ReadonlySet<string> {
  return new Set(called.split(' '))
}
