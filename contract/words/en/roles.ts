/** What those who run the site may do, and how one becomes one of them. */
export const roles = {
  'role.admin': 'Owner',
  'role.manager': 'Manager',
  'role.editor': 'Editor',
  'role.support': 'Support',
  'role.member': 'Viewer',
  'can.admin': 'May do everything.',
  'can.manager': 'May do everything but change plans, the currency and roles.',
  'can.editor':
    'Looks after the films and what each costs, and sees nothing of people or payments.',
  'can.support': 'Looks after the people, and sees nothing of payments.',
  'can.member': 'Watches, and cannot open the studio.',

  // Accepting
  invitation: 'Invitation',
  invitedTo: ({ site, role }: { site: string; role: string }) =>
    `You are invited to run ${site}. Your role: ${role}.`,
  choosePassword: ({ email }: { email: string }) => `Choose a password for ${email}.`,
  signInFirst: ({ email }: { email: string }) =>
    `${email} has an account here. Sign in with it, then open the link in the mail again.`,
  accept: 'Accept',
  accepting: 'Accepting',
}
