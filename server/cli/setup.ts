import { parseArgs } from 'node:util'
import { normaliseEmail } from '../accounts/emails.ts'
import { claimBucket, standingSentence } from '../catalog/bucket-owner.ts'
import { setUpBucket } from '../doctor/examine.ts'
import type { Services } from '../services.ts'
import { runDoctorCommand } from './doctor.ts'
import { runPlansCommand } from './plans.ts'
import { requireMigrations } from './require-migrations.ts'
import type { Terminal } from './terminal.ts'
import { runUserCommand } from './user.ts'

export const setupHelp = `matinee setup EMAIL [--plans FILE]
  EMAIL            the first operator; a password is made and printed, unless there is that account
  --plans FILE     the plans to sell, made in Stripe; /dev/stdin reads them from standard input`

/**
 * `matinee setup …`: what is to be done once between the settings and the first sale. Again, it changes
 * nothing that is there.
 *
 * @param args what stands behind "setup"
 * @throws Error whose message is the sentence to show
 */
export async function runSetupCommand(deps: Services & Terminal, args: string[]): Promise<void> {
  const options = { plans: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [email = '', ...rest] = positionals
  if (!email.includes('@') || rest.length > 0) throw new Error(setupHelp)
  await requireMigrations(deps, false)
  await setUpBucket(deps)
  const standing = standingSentence(await claimBucket(deps))
  deps.say(standing ?? `The bucket "${deps.config.S3_BUCKET}" is there and lets the pages in.`)
  const where = { email: normaliseEmail(email) }
  const user = await deps.database.user.findUnique({ where })
  if (user?.role === 'admin') deps.say(`${user.email} has an account already.`)
  // Whoever has signed up first does not get the site for it unless somebody says so.
  else if (user !== null) {
    deps.say(
      `${user.email} has an account already, as ${user.role}. To make it the owner’s: matinee user role ${user.email} admin`,
    )
  } else {
    await runUserCommand(deps, ['add', email, 'admin'])
  }
  if (values.plans !== undefined) await runPlansCommand(deps, ['push', values.plans])
  await runDoctorCommand(deps, [])
}
