import type { Purchase } from '../../contract/billing.ts'
import { money } from '../../contract/words/format.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { purchaseWords } from './purchase-words.ts'

/** Films that were rented or bought, newest first. */
export function BoughtVideos({ purchases }: { purchases: readonly Purchase[] }) {
  return (
    <section class="panel" aria-labelledby="films">
      <h2 id="films">{uiWords('films')}</h2>
      <ul class="ledger">
        {purchases.map((purchase) => (
          <li key={purchase.id}>
            <span class="ledger-what">
              <a href={`/watch/${purchase.video.slug}`}>{purchase.video.title}</a>
              <span class="ledger-more">{purchaseWords(purchase)}</span>
            </span>
            <span class="ledger-amount">{money(purchase.amount, purchase.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
