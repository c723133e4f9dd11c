import { isStripeError } from '../../clients/stripe.ts'
import { MatineeError } from '../../errors.ts'

/**
 * Turns a charge that failed, for whatever reason the bank has, into an answer to the viewer.
 *
 * @throws MatineeError PAYMENT_DECLINED; anything else that `call` throws
 */
export async function refuseDeclined<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    if (!isStripeError(error) || error.statusCode !== 402) throw error
    throw new MatineeError('PAYMENT_DECLINED', { cause: error })
  }
}
