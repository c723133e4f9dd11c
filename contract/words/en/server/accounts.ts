/** Refusals about accounts, and the page of the first operator. What is wrong with a field goes on from the field's name. */
export const accounts = {
  'accounts.closed': 'This account has been closed. Write to whoever runs this site.',
  'accounts.lastOperator':
    'This is the last operator who owns the site. Make someone else an owner first.',
  'accounts.ownAccount': 'This is your own account: have another operator close or change it.',
  'accounts.isOperator': ({ email }: { email: string }) =>
    `${email} is an operator already: change what they may do on their page.`,
  'accounts.manyInvitations': 'Fifty invitations are open: take some back first.',
  'accounts.acceptAs': ({ email }: { email: string }) =>
    `${email} has an account: sign in with it, then open the link again.`,
  'accounts.invitationNotSent':
    'The mail server did not take the invitation. Check it in the settings, then invite again.',
  'accounts.manyPasskeys': 'There are twenty passkeys: remove one first.',
  'accounts.passkeyRefused': 'was not accepted: try again',
  'accounts.codeRefused': 'is wrong, old or used: type the one that is shown now',
  'accounts.hasTotp': 'Codes of an app are asked for already: remove that first.',
  'accounts.noTotp': 'Recovery codes stand in for an app: set one up first.',
  'accounts.linkUsed': 'This link has been used: there is an operator.',
  'accounts.formMissing': 'Give an e-mail address and a password of 8 characters or more.',
  'setup.title': 'Your first operator',
  'setup.text': 'Nobody runs this site yet. Whoever fills this in becomes its first operator.',
  'setup.email': 'E-mail address',
  'setup.password': 'Password',
  'setup.rule': '8 characters or more.',
  'setup.send': 'Become the operator',
  'setup.signIn': 'Sign in',
  'accounts.noneBy': ({ email }: { email: string }) => `There is no account ${email}.`,
  'accounts.notAnAddress': 'is not an e-mail address',
  'accounts.notYourPassword': 'is not your password',
  'accounts.wrongCode': 'is wrong or too old; ask for another mail',
  'accounts.tooShort': ({ least }: { least: number }) => `must have at least ${least} characters`,
  'accounts.tooLong': ({ most }: { most: number }) => `must have at most ${most} characters`,
  'accounts.onlySpaces': 'must not be made of spaces alone',
  'accounts.guessedFirst': 'is among those that are guessed first, choose another',
  'accounts.aboutYou': 'must not be your address or the name of this site',
}
