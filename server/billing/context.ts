import type { Services } from '../services.ts'

/** What the functions of this folder work with. */
export type BillingContext = Pick<
  Services,
  'config' | 'clock' | 'log' | 'database' | 'locks' | 'stripe' | 'mailer'
>
