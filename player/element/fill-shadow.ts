interface Filling {
  content: DocumentFragment
  sheets: readonly CSSStyleSheet[]
}

const fillings = new Map<string, Filling>()
const sheets = new Map<string, CSSStyleSheet>()

function sheetOf(text: string): CSSStyleSheet {
  const sheet = sheets.get(text) ?? new CSSStyleSheet()
  if (!sheets.has(text)) sheet.replaceSync(text)
  sheets.set(text, sheet)
  return sheet
}

function fillingOf(html: string): Filling {
  const known = fillings.get(html)
  if (known !== undefined) return known
  const { content } = Object.assign(document.createElement('template'), { innerHTML: html })
  const styles = [...content.querySelectorAll('style')]
  const filling = { content, sheets: styles.map(({ textContent }) => sheetOf(textContent)) }
  for (const style of styles) style.remove()
  fillings.set(html, filling)
  return filling
}

/** No sheet of the player reaches into these trees. What waits before it shows itself still waits. */
const still =
  '@media (prefers-reduced-motion: reduce) { *, ::before, ::after { transition-duration: 0s !important; animation: none !important } }'

/**
 * Fills a shadow tree with a template. Its style elements become sheets that all trees of the kind share,
 * read once; behind them the tree has a sheet of its own, for the rules that are added to it later.
 */
export function fillShadow(root: ShadowRoot, html: string): void {
  const filling = fillingOf(html)
  root.adoptedStyleSheets.push(...filling.sheets, sheetOf(still), new CSSStyleSheet())
  root.replaceChildren(document.importNode(filling.content, true))
}

/** The sheets of a filled shadow tree that its element may change. */
export const ownSheets = ({ adoptedStyleSheets }: ShadowRoot): { sheet: CSSStyleSheet }[] =>
  adoptedStyleSheets.slice(-1).map((sheet) => ({ sheet }))
