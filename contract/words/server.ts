import { accounts } from './en/server/accounts.ts'
import { billing } from './en/server/billing.ts'
import { encodes } from './en/server/encodes.ts'
import { films } from './en/server/films.ts'
import { mails } from './en/server/mails.ts'
import { problems } from './en/server/problems.ts'
import { stripe } from './en/server/stripe.ts'
import { uploads } from './en/server/uploads.ts'
import { area } from './speak.ts'

/** What the server says, in answers and in mails. Pages load none of it. */
export const server = {
  ...accounts,
  ...billing,
  ...encodes,
  ...films,
  ...mails,
  ...problems,
  ...stripe,
  ...uploads,
}

/** To whom no language is known English; `say.in(language)` for a reader who has chosen one. */
export const say = area('server', server)
