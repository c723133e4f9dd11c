import type { MyPurchase, Purchase } from '../../contract/billing.ts'
import { money } from '../../contract/words/format.ts'
import { uiWords } from '../../contract/words/ui.ts'
import { purchaseWords } from './purchase-words.ts'

interface BoughtVideosProps {
  /** With a receipt for who has paid, and without for the operator. */
  purchases: readonly (Purchase & Partial<MyPurchase>)[]
}

/** Films that were rented or bought, newest first. */
export function BoughtVideos({ purchases }: BoughtVideosProps) {
  return (
    <section class="panel" aria-labelledby="films">
      <h2 id="films">{uiWords('films')}</h2>
      <ul class="ledger">
        {purchases.map((purchase) => (
          <li key={purchase.id}>
            <span class="ledger-what">
              <a href={`/watch/${purchase.video.slug}`}>{purchase.video.title}</a>
              <span class="ledger-more">
                {purchaseWords(purchase)}
                {purchase.receiptUrl && (
                  <>
                    {' · '}
                    <a
                      href={purchase.receiptUrl}
                      aria-label={uiWords('receiptOf', { title: purchase.video.title })}
                    >
                      {uiWords('receipt')}
                    </a>
                  </>
                )}
              </span>
            </span>
            <span class="ledger-amount">{money(purchase.amount, purchase.currency)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
