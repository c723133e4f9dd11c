import { checkoutSessionRoutes } from '../resources/checkout-sessions.ts'
import { couponRoutes } from '../resources/coupons.ts'
import { customerRoutes } from '../resources/customers.ts'
import { eventRoutes } from '../resources/events.ts'
import { invoiceRoutes } from '../resources/invoices.ts'
import { chargeRoutes, paymentIntentRoutes } from '../resources/payment-intents.ts'
import { paymentMethodRoutes } from '../resources/payment-methods.ts'
import { portalRoutes } from '../resources/portal.ts'
import { priceRoutes } from '../resources/prices.ts'
import { productRoutes } from '../resources/products.ts'
import { promotionCodeRoutes } from '../resources/promotion-codes.ts'
import { subscriptionRoutes } from '../resources/subscriptions.ts'
import type { Route } from './route.ts'

/** Every call of Stripe's API that is answered here. */
export const routes: readonly Route[] = [
  ...productRoutes,
  ...priceRoutes,
  ...couponRoutes,
  ...promotionCodeRoutes,
  ...customerRoutes,
  ...paymentMethodRoutes,
  ...checkoutSessionRoutes,
  ...portalRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...chargeRoutes,
  ...eventRoutes,
]
