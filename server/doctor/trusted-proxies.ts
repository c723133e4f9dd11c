import { isIPv4 } from 'node:net'
import type { Services } from '../services.ts'

/** Private networks are as wide as this (10.0.0.0/8, fc00::/7); no operator's proxies are wider. */
const widest = { v4: 8, v6: 7 }

function isTooWide(range: string): boolean {
  const [address = '', bits] = range.split('/')
  return bits !== undefined && Number(bits) < (isIPv4(address) ? widest.v4 : widest.v6)
}

/**
 * @returns that none of them is a stranger
 * @throws Error when strangers are among those whose X-Forwarded-For counts
 */
export function refuseStrangers({ config }: Pick<Services, 'config'>): string {
  const range = config.TRUSTED_PROXIES?.split(',').find(isTooWide)
  if (range === undefined) return 'no strangers are trusted'
  throw new Error(
    `TRUSTED_PROXIES=${range} holds strangers too: any client can name its own address, so that no limit of tries holds and no address in the log is sure. Name the proxies alone, such as 127.0.0.1/32`,
  )
}
