interface Of {
  siteName: string
}
interface Links {
  publicUrl: string
  token: string
}

/** Mails to viewers: the subject, and plain text. */
export const mails = {
  'mails.noServer': 'There is no mail server: set SMTP_URL.',

  'mails.greeting': ({ name }: { name: string }) => `Hello ${name},`,

  // The operator may word these anew; what is between braces is put in.
  'mails.welcome.subject': 'Your account at {siteName} is ready',
  'mails.welcome.text': `Your address is confirmed, and your account at {siteName} is ready.

Here are the films:
{link}
`,
  'mails.receipt.subject': 'Your receipt from {siteName}',
  'mails.receipt.text': `Thank you. On {date} you paid {amount} for {what}.

Here is your receipt:
{link}
`,
  /** In place of the price in the text, where it is not known. */
  'mails.trialEnding.itsPrice': 'its price',
  'mails.trialEnding.subject': 'Your trial ends on {date}',
  'mails.trialEnding.text': `Your trial of {plan} at {siteName} ends on {date}. Then your plan goes on, and {price} is charged.

If you do not want that, cancel before then:
{link}
`,
  'mails.cancelled.subject': 'Your plan is cancelled',
  'mails.cancelled.text': `Your plan {plan} at {siteName} is cancelled and ends on {date}. Nothing more is charged.

If you change your mind, you find it here:
{link}
`,
  'mails.news.subject': 'New: {film}',
  'mails.news.text': `{film} is new at {siteName}.

{description}

Watch it here:
{link}
`,
  'mails.unsubscribe': ({ url }: { url: string }) =>
    `You get this because you asked for mails about new films. To get no more, follow this link:
${url}
`,
  'mails.placeholderUnknown': ({ braces, all }: { braces: string; all: string }) =>
    `has ${braces}, for which there is nothing to put in; there are ${all}`,
  'mails.placeholderMissing': ({ braces }: { braces: string }) => `must have ${braces} in it`,
  'mails.braceOpen': 'has a brace that is not closed, or not opened',

  'unsubscribe.title': ({ siteName }: Of) => `Mails from ${siteName}`,
  'unsubscribe.ask': 'Do you want no more mails about new films?',
  'unsubscribe.press': 'No more mails about new films',
  'unsubscribe.done':
    'You get no more mails about new films. Receipts and what concerns your account still come.',
  'unsubscribe.broken':
    'This link is not complete. Use the whole link from the mail, or your settings.',
  'unsubscribe.settings': 'Your settings',

  'mails.verification.subject': '{code} confirms your address',
  'mails.verification.text': `Welcome to {siteName}.

Confirm that this address is yours: type {code} on your account page, or follow this link within a day:
{link}

You can watch before you have done so. If you have not opened an account, do nothing.
`,

  'mails.signIn.subject': ({ siteName }: Of) => `Sign in to ${siteName}`,
  'mails.signIn.text': ({ publicUrl, token, minutes }: Links & { minutes: number }) =>
    `Follow this link within ${minutes} minutes to sign in. It works once:
${publicUrl}/sign-in-link#token=${token}

If you have not asked for it, do nothing.
`,

  'mails.invitation.subject': ({ siteName }: Of) => `Help to run ${siteName}`,
  'mails.invitation.text': ({
    siteName,
    publicUrl,
    token,
    role,
    days,
  }: Of & Links & { role: 'admin' | 'manager' | 'editor' | 'support'; days: number }) =>
    `You are invited to run ${siteName} as ${
      {
        admin: 'its owner: you may do everything',
        manager: 'a manager: you may do everything but change plans, the currency and roles',
        editor: 'an editor: you look after the films',
        support: 'support: you look after the people',
      }[role]
    }.

Follow this link within ${days} days. It works once:
${publicUrl}/invitation#token=${token}

If you do not know of this, do nothing.
`,

  'mails.newDevice.subject': 'A new device has signed in',
  'mails.newDevice.unknown': 'A device that we cannot name',
  'mails.newDevice.text': ({
    device,
    siteName,
    publicUrl,
  }: Of & { device: string; publicUrl: string }) =>
    `${device} has signed in to your account at ${siteName}.

If it was you, there is nothing to do. If not, change your password now; that signs it out:
${publicUrl}/account
`,

  'mails.reuse.subject': 'One of your devices was signed out',
  'mails.reuse.text': ({ siteName, publicUrl }: Of & { publicUrl: string }) =>
    `A sign-in to your account at ${siteName} was used from two places at once, as happens when it has been copied. Both were signed out.

Sign in again, look at your devices, and change your password if you do not know one of them:
${publicUrl}/account
`,

  'mails.reset.subject': 'Choose a new password',
  // The token stands behind a "#": browsers send that part neither to servers nor as a referrer.
  'mails.reset.text': ({ publicUrl, token, minutes }: Links & { minutes: number }) =>
    `Someone, probably you, asked for a new password.

Choose one here, within the next ${minutes} minutes:
${publicUrl}/reset-password#token=${token}

If it was not you, do nothing: your password stays as it is.
`,

  'mails.passwordChanged.subject': 'Your password was changed',
  'mails.passwordChanged.text': ({ siteName }: Of) =>
    `The password of your account at ${siteName} was changed, and your other devices were signed out.

If it was not you, choose a new one at once: use "Forgot your password?" on the sign-in page.
`,

  'mails.newAddress.subject': 'Confirm your new address',
  'mails.newAddress.text': ({ siteName, publicUrl, token }: Of & Links) =>
    `Follow this link within a day, and this becomes the address of your account at ${siteName}:
${publicUrl}/confirm-email#token=${token}

If you have not asked for it, do nothing.
`,
  'mails.addressTaken.subject': 'You have an account already',
  'mails.addressTaken.text': ({ siteName }: Of) =>
    `Someone, probably you, wanted to use this address for another account at ${siteName}. It has one already, so nothing has changed.
`,
  'mails.addressChanged.subject': 'Your address was changed',
  'mails.addressChanged.text': ({ siteName, email }: Of & { email: string }) =>
    `The address of your account at ${siteName} is now ${email}.

If it was not you who changed it, write to us at once.
`,

  'mails.deletion.subject': 'Your account will be deleted',
  'mails.deletion.text': ({ siteName, publicUrl, day }: Of & { publicUrl: string; day: string }) =>
    `Your account at ${siteName} will be deleted on ${day}. Nothing more will be charged.

If you change your mind, sign in before then and it stays: ${publicUrl}/sign-in
`,

  'mails.paymentFailed.subject': 'Your payment did not go through',
  'mails.paymentFailed.text': `We could not collect the payment for your plan. {meanwhile}

Update your card here, and everything goes on as before:
{link}
{confirm}
If you have changed your card already, there is nothing to do: the payment is tried again.
`,
  'mails.paymentFailed.meanwhile': ({ until }: { until: string | null }) =>
    until === null
      ? 'Until it is paid, films of your plan do not play.'
      : `Films keep playing until ${until}.`,
  'mails.paymentFailed.confirm': ({ confirmUrl }: { confirmUrl: string }) => `
If your bank wants you to confirm the payment, confirm it here; nobody can do it for you:
${confirmUrl}
`,
  'mails.confirmationNeeded.subject': 'Please confirm your payment',
  'mails.confirmationNeeded.text': `Your bank asks you to confirm the payment for your plan; nobody can do it for you. {meanwhile}

Confirm it here:
{link}

Your plan and your card are here: {account}
`,
}
