import { Counter, type Registry } from 'prom-client'
import type { Delivery } from '../clients/delivery/types.ts'

/** The same delivery, with every URL counted that it signs for viewers. */
export function countUrls(registry: Registry, delivery: Delivery): Delivery {
  // The hot path adds to a number; the metric is brought up to it when it is read.
  let signed = 0
  new Counter({
    name: 'matinee_urls_signed_total',
    help: 'URLs signed for viewers.',
    registers: [registry],
    collect() {
      this.inc(signed)
      signed = 0
    },
  })
  return {
    ...delivery,
    get: (key, life) => {
      signed++
      return delivery.get(key, life)
    },
    batch: async (life) => {
      const batch = await delivery.batch(life)
      return {
        ...batch,
        below: (folder) => {
          const sign = batch.below(folder)
          return (name) => {
            signed++
            return sign(name)
          }
        },
      }
    },
  }
}
