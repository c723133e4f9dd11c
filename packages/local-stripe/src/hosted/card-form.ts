import { spaced, testCards } from '../billing/cards.ts'
import { type Html, html } from './html.ts'

const shown = 6

/** The field for a card number, with buttons that fill in the test cards. No script is needed. */
export const cardField = (
  number = spaced(testCards[0]?.number ?? ''),
): Html => html`<div class="field">
<label for="number">Card number</label>
<input id="number" name="number" type="text" inputmode="numeric" autocomplete="cc-number" required value="${number}">
</div>
<div class="pair">
<div class="field"><label for="expiry">Expiry</label>
<input id="expiry" name="expiry" type="text" inputmode="numeric" autocomplete="cc-exp" value="12 / 34"></div>
<div class="field"><label for="cvc">Security code</label>
<input id="cvc" name="cvc" type="text" inputmode="numeric" autocomplete="cc-csc" value="123"></div>
</div>`

export const cardButtons =
  (): Html => html`<fieldset class="cards"><legend>Fill in a test card</legend>
<div class="grid">${testCards.slice(0, shown).map(button)}</div>
<details><summary>More test cards</summary><div class="grid">${testCards.slice(shown).map(button)}</div></details>
</fieldset>`

const button = ({ number, label }: (typeof testCards)[number]): Html =>
  html`<button name="fill" value="${spaced(number)}" formnovalidate><b>${spaced(number)}</b><small>${label}</small></button>`
