import { LocationProvider, Route, Router } from 'preact-iso/router'
import { pages } from '../../contract/pages.ts'
import { NotFoundPage } from '../ui/not-found.tsx'
import { Layout } from './layout/layout.tsx'
import { SafetyNet } from './layout/safety-net.tsx'
import { AccountPage } from './pages/account.tsx'
import { ChangePlanPage } from './pages/change-plan.tsx'
import { CheckoutPage } from './pages/checkout.tsx'
import { CollectionPage } from './pages/collection.tsx'
import { ElsewherePage } from './pages/elsewhere.tsx'
import { ForgotPasswordPage } from './pages/forgot-password.tsx'
import { FrontPage } from './pages/front.tsx'
import { InvitationPage } from './pages/invitation.tsx'
import { LegalPage } from './pages/legal.tsx'
import { ConfirmEmailPage, SignInLinkPage, VerifyEmailPage } from './pages/mailed-link.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { PricingPage } from './pages/pricing.tsx'
import { ResetPasswordPage } from './pages/reset-password.tsx'
import { SearchPage } from './pages/search.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { SignUpPage } from './pages/sign-up.tsx'
import { StudioPage } from './pages/studio.tsx'
import { WatchPage } from './pages/watch.tsx'
import { WelcomePage } from './pages/welcome.tsx'

/** Links that leave these pages for others of the same origin. */
const ours = /^\/(?!api\/|play\/|_?local\/)/

/** Every page, by its path. */
export function App() {
  return (
    <SafetyNet>
      <LocationProvider scope={ours}>
        <Layout>
          <Router>
            <Route path={pages.catalogue} component={FrontPage} />
            <Route path={pages.watch} component={WatchPage} />
            <Route path={pages.elsewhere} component={ElsewherePage} />
            <Route path={pages.collection} component={CollectionPage} />
            <Route path={pages.search} component={SearchPage} />
            <Route path={pages.pricing} component={PricingPage} />
            <Route path={pages.checkout} component={CheckoutPage} />
            <Route path={pages.signIn} component={SignInPage} />
            <Route path={pages.signUp} component={SignUpPage} />
            <Route path={pages.forgotPassword} component={ForgotPasswordPage} />
            <Route path={pages.resetPassword} component={ResetPasswordPage} />
            <Route path={pages.account} component={AccountPage} />
            <Route path={pages.settings} component={SettingsPage} />
            <Route path={pages.signInLink} component={SignInLinkPage} />
            <Route path={pages.verifyEmail} component={VerifyEmailPage} />
            <Route path={pages.confirmEmail} component={ConfirmEmailPage} />
            <Route path={pages.invitation} component={InvitationPage} />
            <Route path={pages.preview} component={PreviewPage} />
            <Route path={pages.changePlan} component={ChangePlanPage} />
            <Route path={pages.welcome} component={WelcomePage} />
            <Route path={pages.legal} component={LegalPage} />
            <Route path={pages.studio} component={StudioPage} />
            <Route path={pages.inStudio} component={StudioPage} />
            <Route default component={NotFoundPage} />
          </Router>
        </Layout>
      </LocationProvider>
    </SafetyNet>
  )
}
