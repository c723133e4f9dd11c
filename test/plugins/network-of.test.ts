import t from 'tap'
import { networkOf } from '../../server/plugins/network-of.ts'

t.test('an IPv4 address is a client, however it is written', async (t) => {
  t.equal(networkOf('203.0.113.7'), '203.0.113.7')
  t.equal(networkOf('::ffff:203.0.113.7'), '203.0.113.7')
})

t.test('of an IPv6 address the first half is', async (t) => {
  t.equal(networkOf('2001:db8:0:1::5'), '2001:db8:0:1')
  t.equal(networkOf('2001:DB8:0:1:a:b:c:d'), '2001:db8:0:1')
  t.equal(networkOf('2001:0db8:0000:0001:0:0:0:9'), '2001:db8:0:1')
  t.equal(networkOf('2001:db8::1'), '2001:db8:0:0')
  t.equal(networkOf('fe80::1%eth0'), 'fe80:0:0:0')
  t.equal(networkOf('::1'), '0:0:0:0')
  t.equal(networkOf('64:ff9b::192.0.2.1'), '64:ff9b:0:0')
})
