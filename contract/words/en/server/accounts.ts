/** Refusals about accounts. What is wrong with a field goes on from the field's name. */
export const accounts = {
  'accounts.closed': 'This account has been closed. Write to whoever runs this site.',
  'accounts.lastOperator': 'This is the last operator. Make someone else an operator first.',
  'accounts.ownAccount': 'This is your own account: have another operator close or change it.',
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
