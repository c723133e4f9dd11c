import { isIPv6 } from 'node:net'

const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

/**
 * Who counts as one client: an IPv4 address, or the /64 of an IPv6 one, since a household is given
 * that many addresses to choose from.
 */
export function networkOf(address: string): string {
  const ipv4 = mapped.exec(address)?.[1]
  if (ipv4 !== undefined) return ipv4
  if (!isIPv6(address)) return address
  const [head = '', tail] = (address.split('%', 1)[0] ?? '').split('::')
  const groups = head === '' ? [] : head.split(':')
  // What :: stands for is zeros; only those before the fourth group's end matter.
  const filled = tail === undefined ? groups : [...groups, ...zerosFor(groups, tail)]
  return filled
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')
}

const zerosFor = (groups: string[], tail: string): string[] => {
  const rest = tail === '' ? [] : tail.split(':')
  // An IPv4 address at the end takes the room of two groups.
  const room = rest.length + (tail.includes('.') ? 1 : 0)
  return [...Array<string>(Math.max(0, 8 - groups.length - room)).fill('0'), ...rest]
}
