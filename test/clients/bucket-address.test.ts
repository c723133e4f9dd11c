import t from 'tap'
import { addressOf, type BucketPlace } from '../../server/clients/bucket-address.ts'

const place = (rest: Partial<BucketPlace>): BucketPlace => ({
  region: 'eu-west-1',
  bucket: 'films',
  ...rest,
})

t.test('Amazon’s own hosts follow the region', async (t) => {
  const origins = {
    'eu-west-1': 'https://films.s3.eu-west-1.amazonaws.com',
    'us-east-1': 'https://films.s3.us-east-1.amazonaws.com',
    'cn-north-1': 'https://films.s3.cn-north-1.amazonaws.com.cn',
    'us-gov-west-1': 'https://films.s3.us-gov-west-1.amazonaws.com',
  }
  for (const [region, origin] of Object.entries(origins)) {
    t.equal(addressOf(place({ region })).origin, origin)
  }
})

t.test('the bucket goes into the path where it cannot be part of the host', async (t) => {
  const endpoint = 'http://127.0.0.1:9000'
  t.same(addressOf(place({ bucket: 'my.films' })), {
    origin: 'https://s3.eu-west-1.amazonaws.com',
    host: 's3.eu-west-1.amazonaws.com',
    basePath: '/my.films/',
  })
  t.same(addressOf(place({ endpoint })), {
    origin: 'http://127.0.0.1:9000',
    host: '127.0.0.1:9000',
    basePath: '/films/',
  })
  t.equal(addressOf(place({ endpoint: 'http://[::1]:9000' })).basePath, '/films/')
  t.equal(addressOf(place({ forcePathStyle: true })).basePath, '/films/')
  t.equal(addressOf(place({ bucket: 'Films' })).basePath, '/Films/')
})

t.test('a dotted bucket may stand in the host only where no certificate is involved', async (t) => {
  const http = addressOf(place({ bucket: 'my-own.films', endpoint: 'http://s3.test' }))
  t.equal(http.host, 'my-own.films.s3.test')
  const https = addressOf(place({ bucket: 'my-own.films', endpoint: 'https://s3.test' }))
  t.same([https.host, https.basePath], ['s3.test', '/my-own.films/'])
})

t.test('the host keeps a port of its own and drops the scheme’s', async (t) => {
  t.equal(addressOf(place({ endpoint: 'https://s3.test:443' })).host, 'films.s3.test')
  t.equal(addressOf(place({ endpoint: 'http://s3.test:80' })).host, 'films.s3.test')
  t.equal(addressOf(place({ endpoint: 'https://s3.test:8443' })).host, 'films.s3.test:8443')
})

t.test('an endpoint below a path keeps it', async (t) => {
  const endpoint = 'https://s3.test/store'
  t.equal(addressOf(place({ endpoint })).basePath, '/store/')
  t.equal(addressOf(place({ endpoint, forcePathStyle: true })).basePath, '/store/films/')
})

t.test('an endpoint that is no web address is refused', async (t) => {
  t.throws(() => addressOf(place({ endpoint: 'ftp://s3.test' })), /http:\/\/ or https:\/\//)
  t.throws(() => addressOf(place({ endpoint: 's3.test' })), { code: 'ERR_INVALID_URL' })
})
