import { LocationProvider, Route, Router } from 'preact-iso/router'
import { NotFoundPage } from '../ui/not-found.tsx'
import { Layout } from './layout/layout.tsx'
import { SafetyNet } from './layout/safety-net.tsx'
import { AccountPage } from './pages/account.tsx'
import { CataloguePage } from './pages/catalogue.tsx'
import { ChangePlanPage } from './pages/change-plan.tsx'
import { CheckoutPage } from './pages/checkout.tsx'
import { ForgotPasswordPage } from './pages/forgot-password.tsx'
import { PricingPage } from './pages/pricing.tsx'
import { ResetPasswordPage } from './pages/reset-password.tsx'
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
            <Route path="/" component={CataloguePage} />
            <Route path="/watch/:video" component={WatchPage} />
            <Route path="/pricing" component={PricingPage} />
            <Route path="/checkout" component={CheckoutPage} />
            <Route path="/sign-in" component={SignInPage} />
            <Route path="/sign-up" component={SignUpPage} />
            <Route path="/forgot-password" component={ForgotPasswordPage} />
            <Route path="/reset-password" component={ResetPasswordPage} />
            <Route path="/account" component={AccountPage} />
            <Route path="/account/change" component={ChangePlanPage} />
            <Route path="/account/welcome" component={WelcomePage} />
            <Route path="/studio" component={StudioPage} />
            <Route path="/studio/*" component={StudioPage} />
            <Route default component={NotFoundPage} />
          </Router>
        </Layout>
      </LocationProvider>
    </SafetyNet>
  )
}
