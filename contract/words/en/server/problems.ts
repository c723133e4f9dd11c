/** What all areas refuse with alike. */
export const problems = {
  // The page of a browser without a network.
  'offline.title': 'You are offline',
  'offline.text': 'This page could not be fetched. When you are online again, it can.',
  'offline.again': 'Try again',

  // The kind of refusal, by its status.
  'problems.400': 'Bad request',
  'problems.401': 'Not signed in',
  'problems.402': 'Payment required',
  'problems.403': 'Not allowed',
  'problems.404': 'Not found',
  'problems.409': 'Conflict',
  'problems.410': 'Gone',
  'problems.413': 'Too large',
  'problems.415': 'Unsupported media type',
  'problems.429': 'Too many requests',
  'problems.500': 'Server error',
  'problems.502': 'Bad gateway',
  'problems.503': 'Unavailable',

  // One field, and what is wrong with it.
  'problems.field': ({ field, message }: { field: string; message: string }) =>
    `${field}: ${message.replace(/\.$/, '')}.`,
  'problems.wrongForm': 'is not of the right form',
  'problems.unknownField': 'is not known here',
  'problems.missing': 'is missing',
  'problems.nul': 'must not hold the character NUL',
  'problems.tooDeep': 'is nested too deep',

  'proxy.unheeded': ({ range }: { range: string }) =>
    `${range} sends X-Forwarded-For, which does not count, as TRUSTED_PROXIES does not name it. If that is your proxy, all viewers share one limit now: set TRUSTED_PROXIES=${range}, or the range that its addresses come from.`,
  'none.job': 'This work is done, or no longer remembered.',
  'bucket.another':
    'The bucket belongs to another installation of Matinee, so nothing is ever tidied away in it. Give this one a bucket or an S3_PREFIX of its own; or, if nobody else uses it, run `matinee bucket take`.',
  'bucket.ahead':
    'The bucket has seen a later state than this database, as after restoring an older backup, so nothing is tidied away in it: films may lie there that the database does not know. Restore the newest backup; or, if this one shall count, run `matinee bucket take`.',
  'bucket.copy':
    'This database is a copy of the one that the bucket belongs to, as after restoring a backup, so nothing is tidied away in it: films may lie there that only the other one knows. If this one has taken its place, run `matinee bucket take`; else give it a bucket or an S3_PREFIX of its own.',

  'explain.counts': 'counts now',
  'explain.subscription': ({ planId, status }: { planId: string | null; status: string }) =>
    `subscription to ${planId ?? 'no plan of ours'}, ${status}`,

  'none.account': 'There is no such account.',
  'none.note': 'There is no such note.',
  'none.collection': 'There is no such collection.',
  'none.passkey': 'There is no such passkey.',
  'none.invitation': 'There is no such invitation, or it is no longer open.',
  'none.device': 'There is no such device.',
  'none.event': 'There is no such event to act on.',
  'none.bundle': 'There is no such bundle.',
  'none.film': 'There is no such film.',
  'none.payment': 'There is no such payment.',
  'none.plan': 'There is no such plan.',
  'none.stream': 'There is no such stream.',
  'none.upload': 'There is no such upload.',
}
