import { accountRoutes } from '../resources/accounts.ts'
import { chargeRoutes } from '../resources/charges.ts'
import { checkoutSessionRoutes } from '../resources/checkout-sessions.ts'
import { couponRoutes } from '../resources/coupons.ts'
import { customerRoutes } from '../resources/customers.ts'
import { disputeRoutes } from '../resources/disputes.ts'
import { eventRoutes } from '../resources/events.ts'
import { invoiceDraftRoutes } from '../resources/invoice-drafts.ts'
import { invoiceItemRoutes } from '../resources/invoice-items.ts'
import { invoicePaymentRoutes } from '../resources/invoice-payments.ts'
import { invoicePreviewRoutes } from '../resources/invoice-previews.ts'
import { invoiceRoutes } from '../resources/invoices.ts'
import { paymentIntentRoutes } from '../resources/payment-intents.ts'
import { paymentMethodRoutes } from '../resources/payment-methods.ts'
import { portalRoutes } from '../resources/portal.ts'
import { portalConfigurationRoutes } from '../resources/portal-configurations.ts'
import { priceRoutes } from '../resources/prices.ts'
import { productRoutes } from '../resources/products.ts'
import { promotionCodeRoutes } from '../resources/promotion-codes.ts'
import { refundRoutes } from '../resources/refunds.ts'
import { setupIntentRoutes } from '../resources/setup-intents.ts'
import { subscriptionRoutes } from '../resources/subscriptions.ts'
import { testClockRoutes } from '../resources/test-clocks.ts'
import { webhookEndpointRoutes } from '../resources/webhook-endpoints.ts'
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
  ...portalConfigurationRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...invoiceDraftRoutes,
  ...invoicePreviewRoutes,
  ...invoiceItemRoutes,
  ...invoicePaymentRoutes,
  ...paymentIntentRoutes,
  ...setupIntentRoutes,
  ...chargeRoutes,
  ...refundRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...webhookEndpointRoutes,
  ...testClockRoutes,
  ...accountRoutes,
]
