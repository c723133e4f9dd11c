import type { Offer } from '../../../contract/access.ts'
import type { VideoDetails } from '../../../contract/catalog.ts'
import { money } from '../../../contract/words/format.ts'
import { offerWords } from '../../../contract/words/offers.ts'
import { perInterval } from '../../../contract/words/prices.ts'
import { pricesIn, visitorsCurrency } from '../../ui/currency.ts'
import { changeLink, checkoutLink, planPurchase } from '../checkout-link.ts'
import { PayAgainButton, PortalButton } from './portal-button.tsx'

interface OffersProps {
  video: Pick<VideoDetails, 'id' | 'slug' | 'title'>
  offers: readonly Offer[]
  /** Where the payment leads back to; the film's page unless told otherwise. */
  path?: string
}

/** The ways to get to see a film, best first, each leading to its payment. */
export function Offers({ video, offers, path = `/watch/${video.slug}` }: OffersProps) {
  return (
    <ul class="offers">
      {offers.map((offer) => (
        <li key={keyOf(offer)}>
          <OneOffer video={video} offer={offer} path={path} />
        </li>
      ))}
    </ul>
  )
}

const keyOf = (offer: Offer): string => {
  if (offer.kind === 'plan') return offer.planId
  return offer.kind === 'bundle' ? offer.bundleId : offer.kind
}

interface OneOfferProps {
  video: OffersProps['video']
  offer: Offer
  path: string
}

function OneOffer({ video, offer, path }: OneOfferProps) {
  const from = { path, title: video.title }
  if (offer.kind === 'portal') return <PortalButton wide>{offerWords('billingPage')}</PortalButton>
  if (offer.kind === 'pay_again') {
    return <PayAgainButton wide>{offerWords('payAgain')}</PayAgainButton>
  }
  if (offer.kind === 'plan') {
    const [price] = pricesIn(offer.prices, visitorsCurrency())
    if (price === undefined) return null
    if (offer.change) {
      return (
        <OfferLink
          href={changeLink(price.id, from)}
          name={offerWords('switchTo', { name: offer.name })}
          amount={money(price.amount, price.currency)}
          per={perInterval(price.interval)}
        />
      )
    }
    return (
      <OfferLink
        href={checkoutLink(planPurchase(price), from)}
        name={offer.name}
        more={offer.trialDays > 0 ? offerWords('trialThen', { days: offer.trialDays }) : undefined}
        amount={money(price.amount, price.currency)}
        per={perInterval(price.interval)}
      />
    )
  }
  if (offer.kind === 'bundle') {
    return (
      <OfferLink
        href={checkoutLink({ bundleId: offer.bundleId }, from)}
        name={offer.title}
        more={offerWords(offer.follows ? 'bundleFollows' : 'bundle', { count: offer.videos })}
        amount={money(offer.amount, offer.currency)}
      />
    )
  }
  return (
    <OfferLink
      href={checkoutLink({ videoId: video.id, kind: offer.kind }, from)}
      name={offerWords(offer.kind)}
      more={offer.kind === 'rent' ? offerWords('rental', offer) : offerWords('forGood')}
      amount={money(offer.amount, offer.currency)}
    />
  )
}

interface OfferLinkProps {
  href: string
  name: string
  more?: string | undefined
  amount: string
  per?: string
}

function OfferLink({ href, name, more, amount, per }: OfferLinkProps) {
  return (
    <a class="offer" href={href}>
      <span class="offer-text">
        <span class="offer-name">{name}</span>
        {more !== undefined && <span class="offer-more">{more}</span>}
      </span>
      <span class="offer-price">
        {amount}
        {per !== undefined && <span class="offer-per"> {per}</span>}
      </span>
    </a>
  )
}
