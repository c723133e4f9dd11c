import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startLocalStripe } from 'local-stripe'
import t, { type Test } from 'tap'
import { runDoctorCommand } from '../../server/cli/doctor.ts'
import { services } from '../fixtures/app.ts'
import { scratch } from '../fixtures/scratch.ts'

/** What the doctor says with these settings, a line for each finding. */
async function saidWith(t: Test, settings: Record<string, string>): Promise<string[]> {
  const secretKey = 'sk_test_doctor'
  const keys = { secretKey, webhookSecret: 'whsec_doctor' }
  const webhookUrl = 'http://127.0.0.1:1/webhooks/stripe'
  const stripe = await startLocalStripe({ directory: await scratch(t), webhookUrl, ...keys })
  t.teardown(() => stripe.close())
  const place = { STRIPE_API_BASE: stripe.url, STRIPE_SECRET_KEY: secretKey }
  const opened = await services(t, { ...place, ...settings })
  const said: string[] = []
  const { exitCode } = process
  await runDoctorCommand({ ...opened, say: (line) => said.push(line) }, [])
  process.exitCode = exitCode
  return said
}

t.test('the folder of the workers’ files is told, with what is free', async (t) => {
  const said = await saidWith(t, { DATA_DIR: join(await scratch(t), 'new') })
  t.match(said.at(-1), /^(ok {2}|todo) {2}scratch files: .*new takes them; \d+ GiB are free/)
  t.match(said.join('\n'), /^todo {2}mail: SMTP_URL is not set/m)
})

t.test('a folder that can be none fails, and so do proxies that are everyone', async (t) => {
  const file = join(await scratch(t), 'file')
  await writeFile(file, '')
  const said = await saidWith(t, { DATA_DIR: join(file, 'x'), TRUSTED_PROXIES: '0.0.0.0/0' })
  t.match(said.at(-1), /^FAIL {2}scratch files: DATA_DIR is wrong: .*file is a file and no folder/)
  t.match(said.join('\n'), /FAIL {2}proxy: TRUSTED_PROXIES=0\.0\.0\.0\/0 holds strangers/)
})
