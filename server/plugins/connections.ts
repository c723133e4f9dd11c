import { BlockList, isIPv6, type Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import fp from 'fastify-plugin'
import { networkOf } from './network-of.ts'

/** What a client has to say it has to say in this time, or whoever dribbles holds a connection for ever. */
export const slowestMs = { headers: 10_000, request: 30_000, lookEvery: 2_000 }

export interface ConnectionOptions {
  /** Connections that one client may hold at a time. */
  most: number
  /** CIDR ranges whose connections are those of many clients. */
  proxies?: string | undefined
}

function listOf(ranges: string | undefined): BlockList {
  const list = new BlockList()
  for (const range of ranges?.split(',') ?? []) {
    const [address = '', bits] = range.split('/')
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    if (bits === undefined) list.addAddress(address, family)
    else list.addSubnet(address, Number(bits), family)
  }
  return list
}

/** Closes connections beyond what one client may hold, before anything is read from them. */
export const connections = fp<ConnectionOptions>(
  async (app: FastifyInstance, { most, proxies }) => {
    const trusted = listOf(proxies)
    const held = new Map<string, number>()
    app.server.on('connection', (socket: Socket) => {
      const address = socket.remoteAddress
      // Gone already.
      if (address === undefined) return
      const client = networkOf(address)
      if (trusted.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')) return
      const others = held.get(client) ?? 0
      if (others >= most) {
        socket.destroy()
        return
      }
      held.set(client, others + 1)
      socket.once('close', () => {
        const left = (held.get(client) ?? 1) - 1
        if (left === 0) held.delete(client)
        else held.set(client, left)
      })
    })
  },
  { name: 'connections', fastify: '5.x' },
)
