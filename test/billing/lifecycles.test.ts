import fc from 'fast-check'
import t from 'tap'
import { subjectOf } from '../../server/billing/inbox/event-subject.ts'
import { reconcileEvents } from '../../server/billing/reconcile/reconcile.ts'
import { syncCustomer } from '../../server/billing/sync/sync.ts'
import type { Stripe } from '../../server/clients/stripe.ts'
import { openBilling } from '../fixtures/stripe.ts'
import { until } from '../fixtures/until.ts'
import { type Lifecycle, lifecycles, type Step, type World } from './lifecycles.ts'
import { inStripe, stored } from './truth.ts'
import { openTwo, overtake, type Point, type Process } from './two-processes.ts'

/** What befalls an event. */
interface Fate {
  /** 0: it is lost. Copies come at once, to both processes in turn. */
  copies: number
  /** Kept back until after the next step. */
  late: boolean
  /** Which process gets it first. */
  process: 0 | 1
  /** That process stores the event, begins to act on it, and dies. */
  crash: boolean
  /** Where it is put among those that wait. */
  place: number
}

/** Where a sync stood still that the step and all of its events overtake; null: there is none. */
type Straggler = Point | null

interface Plan {
  fates: Fate[]
  stragglers: Straggler[]
}

const plans: fc.Arbitrary<Plan> = fc.record({
  fates: fc.array(
    fc.record({
      copies: fc.constantFrom(0, 1, 1, 2, 3),
      late: fc.boolean(),
      process: fc.constantFrom(0 as const, 1 as const),
      crash: fc.constantFrom(false, false, false, true),
      place: fc.nat(50),
    }),
    { minLength: 25, maxLength: 25 },
  ),
  stragglers: fc.array(fc.constantFrom('fetched' as const, 'judged' as const, null), {
    minLength: 4,
    maxLength: 4,
  }),
})

/** One run of a lifecycle with two processes, whose events Stripe delivers as the plan has it. */
class Run {
  readonly #world: World
  readonly #processes: readonly [Process, Process]
  readonly #plan: Plan
  #fates = 0
  #newest: string | undefined
  #late: Stripe.Event[] = []
  #customer = ''

  constructor(world: World, processes: readonly [Process, Process], plan: Plan) {
    this.#world = world
    this.#processes = processes
    this.#plan = plan
  }

  #fate(): Fate {
    const { fates } = this.#plan
    const fate = fates[this.#fates++ % fates.length]
    if (fate === undefined) throw new Error('no fates')
    return fate
  }

  /** Events since the last call, oldest first. */
  async fresh(): Promise<Stripe.Event[]> {
    const events: Stripe.Event[] = []
    for await (const event of this.#world.billing.stripe.events.list({ limit: 100 })) {
      if (event.id === this.#newest) break
      events.unshift(event)
    }
    this.#newest = events.at(-1)?.id ?? this.#newest
    return events
  }

  async live(steps: Step[]): Promise<void> {
    await this.fresh()
    for (const [index, step] of steps.entries()) {
      await step.before?.(this.#world)
      const point = this.#plan.stragglers[index] ?? null
      const straggler =
        point === null || this.#customer === ''
          ? null
          : await this.#processes[0].hold(this.#customer, point)
      await step.happen(this.#world)
      this.#customer =
        this.#world.other ?? ((await this.#world.member.customer()) || this.#customer)
      const delivering = this.#deliver(step)
      const acted = await (straggler === null
        ? delivering
        : overtake(this.#world.billing, straggler, delivering))
      if (acted) await this.#checkTruth(step)
    }
  }

  /**
   * Delivers new events and those kept back. From the first one on that is acted on, access is as
   * the step has it.
   *
   * @returns whether one was acted on
   */
  async #deliver(step: Step): Promise<boolean> {
    const batch: { event: Stripe.Event; fate: Fate }[] = []
    const kept = this.#late.splice(0)
    const fresh = await this.fresh()
    for (const event of [...kept, ...fresh]) {
      const fate = this.#fate()
      if (fate.late && fresh.includes(event)) this.#late.push(event)
      else batch.splice(fate.place % (batch.length + 1), 0, { event, fate })
    }
    let acted = false
    for (const { event, fate } of batch) {
      if (fate.copies === 0) continue
      const processed = await this.#deliverOne(event, fate)
      if (processed && !acted) await this.#checkAccess(step)
      acted ||= processed
    }
    return acted
  }

  /** @returns whether it was about this customer, and was acted on now */
  async #deliverOne(event: Stripe.Event, fate: Fate): Promise<boolean> {
    const before = await this.#statusOf(event)
    const [one, other] =
      fate.process === 0 ? this.#processes : ([...this.#processes].reverse() as [Process, Process])
    if (fate.crash) await one.crash(event)
    const copies = Array.from({ length: fate.copies }, (_, copy) =>
      (copy % 2 === 0 ? one : other).deliver(event),
    )
    const answers = await Promise.all(copies)
    if (answers.some((status) => status !== 200)) throw new Error(`answered ${answers.join(', ')}`)
    // On a busy machine acting goes on after the answer.
    await Promise.all(this.#processes.map((process) => process.settle()))
    const about = JSON.stringify(event.data.object).includes(this.#customer)
    const now = await this.#statusOf(event)
    return about && before !== 'processed' && now === 'processed'
  }

  async #statusOf({ id }: Stripe.Event) {
    const { database } = this.#world.billing.services
    return (await database.stripeEvent.findUnique({ where: { id } }))?.status
  }

  async #checkAccess({ what, access }: Step) {
    const now = await this.#world.member.access()
    if (now !== access) throw new Error(`${what}: access is ${now} instead of ${access}`)
  }

  async #checkTruth(step: Step) {
    await this.#checkAccess(step)
    const { billing } = this.#world
    const here = await stored(billing, this.#customer)
    const there = await inStripe(billing, this.#customer)
    if (here.join() !== there.join()) {
      throw new Error(`${step.what}: stored is ${here.join()} instead of ${there.join()}`)
    }
  }

  /** What crashed is taken up again, what was lost is found; then all is as in Stripe. */
  async end(step: Step | undefined): Promise<void> {
    const { billing } = this.#world
    billing.services.clock.advance(120)
    // One of a server's own may be under way, which began too early for what happened last.
    await until('a look of its own', async () => (await reconcileEvents(billing.services)) !== null)
    // What was found may be acted on by any process that looked just then.
    await Promise.all([billing, ...this.#processes].map((process) => process.settle()))
    if (step !== undefined) await this.#checkTruth(step)
    const { changes } = await syncCustomer(billing.services, this.#customer)
    if (changes.length > 0) throw new Error(`a fresh sync still changed ${changes.join(', ')}`)
    await this.#checkInbox()
    // So that its renewals do not go on beside the next run's.
    await billing.stripe.customers.del(this.#customer).catch(() => undefined)
  }

  async #checkInbox() {
    const { services, stripe } = this.#world.billing
    const rows = await services.database.stripeEvent.findMany({
      select: { id: true, status: true },
    })
    const ids = rows.map(({ id }) => id)
    if (new Set(ids).size < ids.length) throw new Error('an event is there twice')
    const open = rows.filter(({ status }) => status === 'received' || status === 'dead')
    if (open.length > 0) throw new Error(`${open.length} events were never acted on`)
    for await (const event of stripe.events.list({ limit: 100 })) {
      // Of one that changes nothing here nobody asks what has become of it.
      if (subjectOf(event) !== null && !ids.includes(event.id))
        throw new Error(`${event.id} is lost`)
    }
  }
}

/** Says what was wrong before the long plan under which it was. */
async function reasonFirst(run: fc.RunDetails<[Plan]>) {
  if (!run.failed) return
  const reason = run.errorInstance instanceof Error ? run.errorInstance.message : 'no reason'
  const { seed, counterexamplePath: path, counterexample } = run
  throw new Error(`${reason} (seed ${seed}, path ${path}) ${JSON.stringify(counterexample)}`)
}

const test = ({ name, steps }: Lifecycle) =>
  t.test(`whatever befalls its events, the end is the truth: ${name}`, async (t) => {
    const billing = await openBilling(t)
    await billing.settle()
    await billing.webhooks({ mode: 'drop' })
    const processes = await openTwo(t, billing)
    const property = fc.asyncProperty(plans, async (plan) => {
      const run = new Run({ billing, member: await billing.signUp() }, processes, plan)
      await run.live(steps)
      await run.end(steps.at(-1))
    })
    await fc.assert(property, { numRuns: 4, endOnFailure: true, asyncReporter: reasonFirst })
    t.pass(name)
  })

for (const lifecycle of lifecycles) test(lifecycle)
