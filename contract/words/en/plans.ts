/** How a plan stands, as its holder reads it: a label, and what is the case and happens next. */
export const plans = {
  on: ({ date }: { date: string }) => `on ${date}`,
  until: ({ date }: { date: string }) => `until ${date}`,
  onPeriodEnd: 'at the end of the period',
  untilPeriodEnd: 'until the end of the period',

  'active.label': 'Active',
  'active.text': ({ on }: { on: string }) => `Renews ${on}.`,
  'ending.label': 'Ending',
  'ending.text': ({ until }: { until: string }) =>
    `Cancelled. You can watch ${until}, and nothing more is charged.`,
  'trial.label': 'Trial',
  'trial.text': ({ until }: { until: string }) => `Free ${until}. After that you pay for the plan.`,
  'trial.ending': ({ on }: { on: string }) =>
    `Cancelled. Your free trial ends ${on}, and nothing is charged.`,
  'failed.label': 'Payment failed',
  'failed.text': 'Your last payment failed, so films are paused. Update your card to go on.',
  'failed.grace': ({ date }: { date: string }) =>
    `Your last payment failed. Update your card by ${date} to keep watching.`,
  'unpaid.label': 'Not paid',
  'unpaid.text': 'A payment for your plan is open, so films are paused. Pay it to go on.',
  'incomplete.label': 'Not finished',
  'incomplete.text': 'Your first payment did not go through. Finish it to start watching.',
  'paused.label': 'Paused',
  'paused.text': 'Your plan is paused and nothing is charged. Resume it to watch again.',
  'ended.label': 'Ended',
  'ended.text': 'Your plan has ended. Choose a plan to watch again.',
  'pausing.label': 'Pausing',
  'pausing.text': ({ date }: { date: string }) =>
    `You can watch until ${date}. After that nothing is charged until you resume your plan.`,
  'paused.price': ({ price }: { price: string }) =>
    `Nothing is charged. Resume your plan to watch again, for ${price}.`,
  'paused.comingBack': ({ date }: { date: string }) =>
    `Your plan starts again with the next payment on ${date}.`,
  'payment_pending.label': 'Payment on its way',
  'payment_pending.text':
    'Your bank may take a few days. You can watch as soon as the money has arrived.',
  'refunded.label': 'Refunded',
  'refunded.text': 'Your last payment was refunded, so films are paused.',
  'disputed.label': 'Asked back',
  'disputed.text': 'Your bank has asked for your last payment back, so films are paused.',
}
