import type { ComponentChildren } from 'preact'
import { siteWords } from '../../../contract/words/site.ts'
import { ProofDialog } from '../../ui/proof-dialog.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { PaymentBanner } from './payment-banner.tsx'
import { RouteAnnouncer } from './route-announcer.tsx'

/** What is around every page. */
export function Layout({ children }: { children: ComponentChildren }) {
  return (
    <>
      <a class="skip" href="#content">
        {siteWords('skip')}
      </a>
      <Header />
      <PaymentBanner />
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <Footer />
      <RouteAnnouncer />
      <ProofDialog />
    </>
  )
}
