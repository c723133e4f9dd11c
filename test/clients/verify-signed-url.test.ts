import t from 'tap'
import { addressOf } from '../../server/clients/bucket-address.ts'
import { getObject, headObject, presignUrl } from '../../server/clients/presign.ts'
import { verifySignedUrl } from '../../server/clients/verify-signed-url.ts'

const credentials = { accessKeyId: 'AKIA', secretAccessKey: 'secret', sessionToken: 'to/k+en=' }
const signing = {
  credentials,
  region: 'eu-west-1',
  address: addressOf({ region: 'eu-west-1', bucket: 'my.films', endpoint: 'http://s3.test:9000' }),
  at: new Date('2026-03-04T05:06:07Z'),
  expiresInSeconds: 60,
}
const signed = presignUrl(getObject('a b/ü+1.m4s', { session: '0190' }), signing)

t.test('a URL of ours is known as such, however old', async (t) => {
  t.equal(verifySignedUrl(new URL(signed), credentials), 'genuine')
  const head = new URL(presignUrl(headObject('a'), signing))
  t.equal(verifySignedUrl(head, credentials, 'HEAD'), 'genuine')
  t.equal(verifySignedUrl(head, credentials), 'forged')
})

t.test('whatever is altered shows', async (t) => {
  for (const altered of [
    signed.replace('0190', '0191'),
    signed.replace('m4s', 'mp4'),
    signed.replace('9000', '9001'),
    signed.replace('Expires=60', 'Expires=61'),
    signed.replace('eu-west-1', 'us-east-1'),
    signed.replace(/X-Amz-Signature=[^&]+&/, ''),
    `${signed}&more=1`,
  ]) {
    t.equal(verifySignedUrl(new URL(altered), credentials), 'forged', altered)
  }
})

t.test('of another key’s signature nothing can be said', async (t) => {
  t.equal(verifySignedUrl(new URL(signed), { ...credentials, accessKeyId: 'AKIB' }), 'unknown')
  t.equal(verifySignedUrl(new URL('https://films.example/'), credentials), 'unknown')
})
