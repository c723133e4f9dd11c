import t from 'tap'
import { refuseStrangers } from '../../server/doctor/trusted-proxies.ts'
import { config } from '../fixtures/config.ts'

const refuse = (ranges?: string) =>
  refuseStrangers({ config: config(ranges === undefined ? {} : { TRUSTED_PROXIES: ranges }) })

t.test('ranges that hold strangers are refused, each by its name', async (t) => {
  for (const range of ['0.0.0.0/0', '::/0', '0.0.0.0/1', '2000::/3', '128.0.0.0/1']) {
    t.throws(() => refuse(`127.0.0.1/32,${range}`), {
      message: new RegExp(`TRUSTED_PROXIES=${range} .*any client can name its own address`),
    })
  }
})

t.test('proxies, and the networks that they stand in, are not', async (t) => {
  for (const ranges of [
    undefined,
    '127.0.0.1',
    '127.0.0.1/32,::1/128',
    '10.0.0.0/8,172.16.0.0/12,fc00::/7',
    '2400:cb00::/32,104.16.0.0/13',
  ]) {
    t.doesNotThrow(() => refuse(ranges), String(ranges))
  }
})
