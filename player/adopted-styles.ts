import { join } from 'node:path'
import type { Plugin } from 'vite'

/** Without an ending: beside this file it is a source, and beside its compiled form a compiled one. */
const fillShadow = join(import.meta.dirname, 'element', 'fill-shadow')

const filled =
  /this\.shadowRoot\.setHTMLUnsafe \? this\.shadowRoot\.setHTMLUnsafe\(html\) : this\.shadowRoot\.innerHTML = html;/g
const written = /this\.shadowRoot\.innerHTML = (this\.constructor\.getTemplateHTML\(attrs\));/g
const ownStyles = /styleParent\.querySelectorAll\("style:not\(\[media\]\)"\)/g

/**
 * media-chrome writes `<style>` elements into its shadow trees, and adds rules to them, which takes a
 * policy with `unsafe-inline`. Here its styles become adopted sheets, which no policy forbids.
 */
export const adoptedStyles = (): Plugin => ({
  name: 'adopted-styles',
  transform(code, id) {
    if (!/[\\/]media-chrome[\\/]dist[\\/]/.test(id)) return null
    const changed = code
      .replace(filled, 'fillShadow(this.shadowRoot, html);')
      .replace(written, 'fillShadow(this.shadowRoot, $1);')
      .replace(ownStyles, 'ownSheets(styleParent)')
    if (/setHTMLUnsafe|shadowRoot\.innerHTML|"style:not/.test(changed)) {
      this.error(`${id} fills its shadow tree in a way that is not known here`)
    }
    if (changed === code) return null
    const source = `import { fillShadow, ownSheets } from ${JSON.stringify(fillShadow)}\n${changed}`
    return { code: source, map: null }
  },
})
