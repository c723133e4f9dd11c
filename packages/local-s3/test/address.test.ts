import t from 'tap'
import { parameter, parseAddress } from '../src/address.ts'
import { S3Error } from '../src/errors.ts'

const code = (target: string): string | null => {
  try {
    parseAddress(target)
    return null
  } catch (error) {
    return error instanceof S3Error ? error.code : 'another error'
  }
}

t.test('a path is a bucket and a key, decoded and otherwise left alone', async (t) => {
  const table = [
    ['/', '', ''],
    ['/films', 'films', ''],
    ['/films/', 'films', ''],
    ['/films/a/b.mp4', 'films', 'a/b.mp4'],
    ['/films/a%20b+c', 'films', 'a b+c'],
    ['/films//a//b/', 'films', '/a//b/'],
    ['/films/../x', 'films', '../x'],
    ['/films/%2e%2e%2fx', 'films', '../x'],
    ['/films/%F0%9F%98%80', 'films', '😀'],
  ] as const
  for (const [target, bucket, key] of table) t.match(parseAddress(target), { bucket, key }, target)
})

t.test('parameters are decoded, plus meaning space, and may lack a value', async (t) => {
  const address = parseAddress('/b/k?uploads&prefix=a%2Fb+c&x=1=2&&x=3')
  t.equal(parameter(address, 'uploads'), '')
  t.equal(parameter(address, 'prefix'), 'a/b c')
  t.equal(parameter(address, 'x'), '1=2', 'the first of the name')
  t.equal(parameter(address, 'none'), undefined)
})

t.test('what is no address is refused', async (t) => {
  t.equal(code('/b/%zz'), 'InvalidURI')
  t.equal(code('/b/%ff'), 'InvalidURI', 'not UTF-8')
  t.equal(code('/b/%00'), 'InvalidURI')
  t.equal(code('http://host/b'), 'InvalidURI')
  t.equal(code('/b/k?a=%zz'), 'InvalidURI')
})

t.test('a key has at most 1,024 bytes, not characters', async (t) => {
  t.equal(code(`/b/${'x'.repeat(1024)}`), null)
  t.equal(code(`/b/${'x'.repeat(1025)}`), 'KeyTooLongError')
  t.equal(code(`/b/${'%C3%BC'.repeat(512)}`), null)
  t.equal(code(`/b/${'%C3%BC'.repeat(513)}`), 'KeyTooLongError')
})
