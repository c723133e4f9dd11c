/**
 * Fills a shadow tree with a template. Its style elements become sheets of this tree alone, in their
 * order: rules are added to them later.
 */
export function fillShadow(root: ShadowRoot, html: string): void {
  const template = document.createElement('template')
  template.innerHTML = html
  for (const style of template.content.querySelectorAll('style')) {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(style.textContent)
    root.adoptedStyleSheets.push(sheet)
    style.remove()
  }
  root.replaceChildren(document.importNode(template.content, true))
}
