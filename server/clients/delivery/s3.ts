import type { Presigner } from '../presigner.ts'
import { type SigningSecret, verifySignedUrl } from '../verify-signed-url.ts'
import type { Delivery } from './types.ts'

/** Viewers fetch from the bucket itself. */
export function s3Delivery(
  { origin, get, head, batch }: Presigner,
  credentials: () => Promise<SigningSecret>,
): Delivery {
  return {
    origin,
    bindsRange: true,
    get,
    head,
    batch,
    verify: async (url) => verifySignedUrl(url, await credentials()),
  }
}
