import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PutBucketPolicyCommand, S3Client } from '@aws-sdk/client-s3'
import t, { type Test } from 'tap'
import { systemClock } from '../../server/clients/clock.ts'
import { lookAtPermissions } from '../../server/doctor/bucket-permissions.ts'
import { examine, setUpBucket } from '../../server/doctor/examine.ts'
import { all } from '../clients/storage/bucket-for-tests.ts'
import { services } from '../fixtures/app.ts'
import { noRadosgw, radosgw } from '../fixtures/radosgw.ts'

interface Statement {
  Effect: string
  Action: string[]
  Resource: string
}

const bucket = 'matinee-test'

/** What README says that the access key has to be allowed. */
async function documentedPolicy(): Promise<Statement[]> {
  const readme = await readFile(join(import.meta.dirname, '../../../README.md'), 'utf8')
  const policy = /```json\n(\{\n {2}"Version".*?)```/s.exec(readme)?.[1] ?? ''
  return JSON.parse(policy.replaceAll('YOUR-BUCKET', bucket)).Statement
}

/** Matinee as another than the bucket's owner, who lets it do what README says, and a way to let it do less. */
async function restricted(t: Test) {
  const gateway = await radosgw(t)
  const settings = {
    S3_ENDPOINT: gateway.endpoint,
    PUBLIC_URL: 'https://films.example',
    STRIPE_API_BASE: 'http://127.0.0.1:1',
  }
  const byOwner = await services(t, settings)
  await setUpBucket(byOwner)
  const { endpoint, region, owner } = gateway
  const client = new S3Client({ endpoint, region, credentials: owner, forcePathStyle: true })
  t.teardown(() => client.destroy())
  const statements = await documentedPolicy()
  const Principal = { AWS: ['arn:aws:iam:::user/matinee'] }
  const allowAllBut = (...left: string[]) => {
    const allowed = statements.map((one) => ({ ...one, Principal }))
    // Who wrote an object may read it there, unless that is denied.
    const denied = left.map((Action) => ({
      ...{ Effect: 'Deny', Principal, Action },
      Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    }))
    const Statement = [...allowed, ...denied]
    const Policy = JSON.stringify({ Version: '2012-10-17', Statement })
    return client.send(new PutBucketPolicyCommand({ Bucket: bucket, Policy }))
  }
  await allowAllBut()
  const storageCredentials = await gateway.addUser('matinee')
  const given = { DATABASE_URL: byOwner.config.DATABASE_URL, ...settings }
  const opened = await services(t, given, { clock: systemClock, storageCredentials })
  const actions = statements.flatMap(({ Action }) => Action)
  return { deps: { ...opened, clock: systemClock }, actions, allowAllBut }
}

t.test('on radosgw, by README’s policy,', { skip: noRadosgw }, async (t) => {
  const { deps, actions, allowAllBut } = await restricted(t)
  const lacking = async () =>
    (await lookAtPermissions(deps)).flatMap(({ what, ok, says }) => (ok ? [] : [[what, says]]))

  await t.test('all is well', async (t) => {
    const findings = await examine(deps)
    t.same(
      findings.filter(({ what, ok }) => !ok && what !== 'Stripe'),
      [],
    )
    t.same(await all(deps.storage.list('doctor/')), [], 'and nothing is left')
  })

  await t.test('a folder is deleted whole, though DeleteObjects is refused there', async (t) => {
    for (const name of ['a', 'b', 'c']) {
      await deps.storage.putBytes(`videos/one/${name}`, name, { contentType: 'text/plain' })
    }
    t.equal(await deps.storage.deletePrefix('videos/one/'), 3)
    t.same(await all(deps.storage.list('videos/')), [])
  })

  t.equal(actions.length, 7)
  for (const action of actions) {
    await t.test(`${action} is missed by its name`, async (t) => {
      await allowAllBut(action)
      const says =
        'The access key may not do this in the bucket "matinee-test". Give it the policy that README shows under "The bucket".'
      t.same(await lacking(), [[`bucket: ${action}`, says]])
    })
  }
})
