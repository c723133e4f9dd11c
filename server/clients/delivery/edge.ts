import type { Clock } from '../clock.ts'
import { checkExpiry, checkKey } from '../presign.ts'
import type { Lifetime } from '../presigner.ts'
import { escapePath } from '../sigv4.ts'
import type { Delivery, EdgeSigner } from './types.ts'

export interface EdgeOptions {
  /** Where viewers reach the edge: scheme and host. */
  url: string
  /** What all keys begin with: it stands in the path too, since several may share an edge. */
  prefix?: string | null | undefined
  clock: Clock
  signer: EdgeSigner
}

/** Viewers fetch from a cache before the bucket, which lets through what is signed for it. */
export function edgeDelivery({ url, prefix, clock, signer }: EdgeOptions): Delivery {
  const root = prefix ? `/${prefix}/` : '/'
  const pathOf = (key: string): string => {
    checkKey(key)
    return escapePath(root + key)
  }
  const expiresOf = ({ at, expiresInSeconds }: Lifetime): number => {
    checkExpiry(expiresInSeconds)
    return Math.floor((at ?? clock.now()).getTime() / 1000) + expiresInSeconds
  }
  const one = async (key: string, life: Lifetime & { session?: string }) => ({
    url: signer.open({ expires: expiresOf(life), session: life.session })(pathOf(key)),
    expiresInSeconds: life.expiresInSeconds,
  })
  return {
    origin: new URL(url).origin,
    bindsRange: false,
    get: async (key, life) => {
      if (life.range !== undefined) throw new RangeError('An edge signs no single range.')
      return one(key, life)
    },
    head: one,
    batch: async (life) => {
      const sign = signer.open({ expires: expiresOf(life), session: life.session })
      return {
        expiresInSeconds: life.expiresInSeconds,
        below: (folder) => (name) => sign(pathOf(folder + name)),
      }
    },
    verify: async (leaked) => signer.verify(leaked),
  }
}
