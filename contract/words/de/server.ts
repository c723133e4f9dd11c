import { codes } from './codes.ts'
import { accounts } from './server/accounts.ts'
import { billing } from './server/billing.ts'
import { encodes } from './server/encodes.ts'
import { films } from './server/films.ts'
import { mails } from './server/mails.ts'
import { problems } from './server/problems.ts'
import { stripe } from './server/stripe.ts'
import { uploads } from './server/uploads.ts'

/** What the server alone says. */
export const server = {
  codes,
  server: {
    ...accounts,
    ...billing,
    ...encodes,
    ...films,
    ...mails,
    ...problems,
    ...stripe,
    ...uploads,
  },
}
