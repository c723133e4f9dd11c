import { api } from '../ui/page-api.ts'
import { reloadSession } from '../ui/session.ts'
import { forgetFilms } from './load-front.ts'

/** After a visit to the billing page: has what was changed there in force at once. */
export async function refreshBilling(): Promise<void> {
  // What the API cannot fetch now comes by itself later; the account is shown as it is known.
  await api.post('/api/billing/refresh').catch(() => undefined)
  forgetFilms()
  await reloadSession()
}
