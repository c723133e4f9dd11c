import type { Numbers } from '../../../contract/analytics.ts'
import { day, money, percent } from '../../../contract/words/format.ts'
import { numbersWords } from '../../../contract/words/numbers.ts'
import { Figure, figure } from './figure.tsx'
import { Definition, FiguresTable } from './figures-table.tsx'

const reasons = ['cancellation_requested', 'payment_failed', 'payment_disputed'] as const
const feedbacks = [
  ...(['customer_service', 'low_quality', 'missing_features', 'switched_service'] as const),
  ...(['too_complex', 'too_expensive', 'unused', 'other'] as const),
] as const

/** Stripe's words in ours; one that it adds is shown as it is. */
function reasonText({ reason, feedback }: { reason: string | null; feedback: string | null }) {
  const why = reasons.find((known) => known === reason)
  const said = feedbacks.find((known) => known === feedback)
  const first = why ? numbersWords(`reason.${why}`) : (reason ?? numbersWords('reason.unknown'))
  const second = said ? numbersWords(`feedback.${said}`) : feedback
  return second === null ? first : `${first}: ${second}`
}

/** How subscriptions stand now. */
export function SubscribersNow({ revenue, subscribers }: Numbers) {
  const { mrr, unpriced } = revenue
  return (
    <section class="panel" aria-labelledby="now">
      <h2 id="now">{numbersWords('now')}</h2>
      <dl class="figure-list">
        {mrr.map(({ currency, amount }) => (
          <Figure
            key={currency}
            name={numbersWords('worth', { currency: currency.toUpperCase() })}
            value={money(amount, currency)}
          />
        ))}
        <Figure name={numbersWords('active')} value={figure(subscribers.active)} />
        <Figure name={numbersWords('trialing')} value={figure(subscribers.trialing)} />
        <Figure name={numbersWords('pastDue')} value={figure(subscribers.pastDue)} />
      </dl>
      {unpriced > 0 && <p class="small">{numbersWords('unpriced', { count: unpriced })}</p>}
      <Definition>{numbersWords('nowAbout')}</Definition>
    </section>
  )
}

/** By plan, on trial, and who left. */
export function SubscriberNumbers({ subscribers, trials, leaving }: Numbers) {
  return (
    <>
      {subscribers.byPlan.length > 0 && (
        <FiguresTable
          id="plans-held"
          title={numbersWords('planHeld')}
          about={numbersWords('planHeldAbout')}
          heads={[
            ...[numbersWords('plan'), numbersWords('active')],
            ...[numbersWords('trialing'), numbersWords('pastDue')],
          ]}
          rows={subscribers.byPlan.map(({ planId, name, active, trialing, pastDue }) => ({
            ...{ key: String(planId), name: name ?? numbersWords('gone') },
            figures: [active, trialing, pastDue].map(figure),
            values: [active, trialing, pastDue],
          }))}
        />
      )}
      {trials.begun + trials.ended > 0 && (
        <section class="panel" aria-labelledby="trials">
          <h2 id="trials">{numbersWords('trials')}</h2>
          <dl class="figure-list">
            <Figure name={numbersWords('trialsBegun')} value={figure(trials.begun)} />
            <Figure name={numbersWords('trialsEnded')} value={figure(trials.ended)} />
            <Figure name={numbersWords('converted')} value={figure(trials.converted)} />
            {trials.ended > 0 && (
              <Figure
                name={numbersWords('conversion')}
                value={percent(trials.converted / trials.ended)}
              />
            )}
          </dl>
          <Definition>{numbersWords('trialsAbout')}</Definition>
        </section>
      )}
      {leaving.count > 0 && (
        <FiguresTable
          id="leaving"
          title={numbersWords('leaving')}
          about={numbersWords('leavingAbout')}
          heads={[numbersWords('reason'), numbersWords('subscriptions')]}
          rows={leaving.reasons.map((row) => ({
            ...{ key: `${row.reason} ${row.feedback}`, name: reasonText(row) },
            ...{ figures: [figure(row.count)], values: [row.count] },
          }))}
        />
      )}
      {leaving.comments.length > 0 && (
        <section class="panel" aria-labelledby="comments">
          <h2 id="comments">{numbersWords('comments')}</h2>
          <ul class="comments">
            {leaving.comments.map(({ at, text }) => (
              <li key={at + text}>
                <q>{text}</q> <span class="small">{day(at)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
