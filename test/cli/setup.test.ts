import t from 'tap'
import { runSetupCommand } from '../../server/cli/setup.ts'
import { services } from '../fixtures/app.ts'
import { addUser } from '../fixtures/rows.ts'

t.test(
  'of an account that is there it says what it may do, and how it gets the site',
  async (t) => {
    const deps = await services(t)
    const before = process.exitCode
    // The doctor finds no site running here.
    t.teardown(() => {
      process.exitCode = before
    })
    const setUp = async (email: string) => {
      const said: string[] = []
      await runSetupCommand({ ...deps, say: (line) => said.push(line) }, [email])
      return said.join('\n')
    }
    await addUser(deps, { email: 'ana@films.example' })
    const said = await setUp('Ana@films.example')
    t.match(said, 'ana@films.example has an account already, as member.')
    t.match(said, 'matinee user role ana@films.example admin')
    t.notMatch(said, 'Password')
    await deps.database.user.updateMany({ data: { role: 'admin' } })
    const again = await setUp('ana@films.example')
    t.match(again, 'ana@films.example has an account already.')
    t.notMatch(again, 'user role')
  },
)
