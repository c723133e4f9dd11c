import type Stripe from 'stripe'
import type { Account } from '../account.ts'
import { closeDispute, evidenceFields, verdictOn } from '../billing/disputes.ts'
import { invalid } from '../http/faults.ts'
import { inRange, page, paging, range } from '../http/pages.ts'
import { clearable, flag, hash, type Input, metadata, shape, text } from '../http/params.ts'
import { get, idIn, nothing, post } from '../http/route.ts'
import { find } from '../store/find.ts'
import { mergeMetadata } from '../store/metadata.ts'

const evidenceField = clearable(text(150_000))

const updateInput = shape<Stripe.DisputeUpdateParams>()({
  evidence: hash(
    shape<Stripe.DisputeUpdateParams.Evidence>()(
      Object.fromEntries(evidenceFields.map((name) => [name, evidenceField])) as Record<
        (typeof evidenceFields)[number],
        typeof evidenceField
      >,
    ),
  ),
  metadata: metadata(),
  submit: flag(),
})

export const disputeRoutes = [
  get(
    '/v1/disputes',
    shape<Stripe.DisputeListParams>()({
      ...paging,
      charge: text(),
      created: range(),
      payment_intent: text(),
    }),
    (account, input) =>
      page(
        account.tables.disputes,
        input,
        '/v1/disputes',
        (dispute) =>
          (input.charge === undefined || dispute.charge === input.charge) &&
          (input.payment_intent === undefined || dispute.payment_intent === input.payment_intent) &&
          inRange(input.created, dispute.created),
      ),
  ),
  get('/v1/disputes/:id', nothing, (account, _, ids) => findDispute(account, idIn(ids))),
  post('/v1/disputes/:id', updateInput, (account, input, ids) =>
    answerDispute(account, requireOpen(findDispute(account, idIn(ids))), input),
  ),
  post('/v1/disputes/:id/close', nothing, (account, _, ids) =>
    closeDispute(account, requireOpen(findDispute(account, idIn(ids))), 'lost'),
  ),
]

const findDispute = (account: Account, id: string): Stripe.Dispute =>
  find(account.tables.disputes, 'dispute', id)

function requireOpen(dispute: Stripe.Dispute): Stripe.Dispute {
  if (dispute.status === 'needs_response' || dispute.status === 'under_review') return dispute
  throw invalid('This dispute is already closed', { code: 'dispute_already_closed' })
}

/** Stages or submits evidence; the test texts decide the dispute as soon as they are submitted. */
function answerDispute(
  account: Account,
  dispute: Stripe.Dispute,
  input: Input<typeof updateInput>,
): Stripe.Dispute {
  const evidence = { ...dispute.evidence, ...input.evidence }
  const submits = input.evidence !== undefined && input.submit !== false
  const details = dispute.evidence_details
  const updated = account.update(
    account.tables.disputes,
    dispute,
    {
      evidence,
      evidence_details: {
        ...details,
        has_evidence: Object.values(evidence).some((value) => typeof value === 'string'),
        submission_count: details.submission_count + (submits ? 1 : 0),
        submission_method: submits ? 'manual' : details.submission_method,
      },
      metadata: mergeMetadata(dispute.metadata, input.metadata),
      status: submits ? 'under_review' : dispute.status,
    },
    'charge.dispute.updated',
  )
  const verdict = submits ? verdictOn(evidence) : null
  if (verdict) {
    account.later(() => {
      const open = account.tables.disputes.get(dispute.id)
      if (open) closeDispute(account, open, verdict)
    })
  }
  return updated
}
