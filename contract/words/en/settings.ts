/** What the operator sets for the whole site, and what is said about it. */
export const settings = {
  settings: 'Settings',
  settingsFailed: 'The settings did not load',

  // How it looks
  look: 'Name and look',
  name: 'Name of the site',
  nameMissing: 'Give the site a name of up to 60 characters.',
  description: 'What it is, in one sentence',
  descriptionHint: 'Search engines show it below the name.',
  accentDark: 'Accent colour on dark',
  accentLight: 'Accent colour on light',
  ownAccents: 'Use colours of your own',
  contrast: ({ ratio }: { ratio: number }) => `Contrast ${ratio}:1, and 4.5:1 or more is needed.`,
  contrastFine: ({ ratio }: { ratio: number }) => `Contrast ${ratio}:1: easy to read.`,
  contrastDark: ({ ratio }: { ratio: number }) =>
    `is hard to read on the dark theme (contrast ${ratio}:1, at least 4.5:1 is needed): choose a lighter one`,
  contrastLight: ({ ratio }: { ratio: number }) =>
    `is hard to read on the light theme (contrast ${ratio}:1, at least 4.5:1 is needed): choose a darker one`,
  preview: 'Preview',
  previewButton: 'Choose a plan',
  previewLink: 'All films',
  dark: 'Dark',
  light: 'Light',
  logo: 'Logo',
  logoNow: 'The logo now',
  logoHint: 'PNG, JPEG or WebP, up to 2 MB. It stands beside the name and in the tab.',
  chooseLogo: 'Choose a picture',
  removeLogo: 'Remove the logo',
  uploading: 'Uploading',
  removing: 'Removing',
  logoSvg: 'SVG files can carry scripts, so they are not taken. Export the logo as PNG.',
  logoNoPicture: 'This file is no picture that can be read. Use a PNG, JPEG or WebP.',
  logoTooLarge: 'This picture is too large. Use one of up to 2 MB and 8,000 pixels a side.',

  // Money and language
  money: 'Currency and language',
  currency: 'Currency of new prices',
  currencyUnknown: 'is none that cards can be charged in',
  language: 'Language of the site',
  languageUnknown: 'is no language',

  // Address and legal pages
  legal: 'Address and legal pages',
  address: 'Postal address',
  addressHint: 'It stands at the foot of every page. Many countries ask for it.',
  'legal.terms': 'Terms',
  'legal.privacy': 'Privacy',
  'legal.imprint': 'Imprint',
  legalTitle: ({ title }: { title: string }) => `Title of “${title}”`,
  legalText: ({ title }: { title: string }) => `Text of “${title}”`,
  legalHint: 'Markdown or simple HTML. Leave it empty to have no such page.',
  showPreview: 'Preview',
  loadingPreview: 'Preparing the preview',
  legalTwice: 'is there twice',

  // Mail
  mail: 'Mail',
  mailName: 'Sender’s name',
  mailNameHint: 'Leave it empty to use the name of the site.',
  mailAddress: 'Sender’s address',
  mailAddressHint: 'Leave it empty to use MAIL_FROM. Your mail server must allow it.',
  testMail: 'Send a test mail',
  sendingTest: 'Sending',
  testSent: ({ to }: { to: string }) => `A test mail is on its way to ${to}.`,
  testSubject: ({ site }: { site: string }) => `Test mail from ${site}`,
  testText: ({ site }: { site: string }) =>
    `This is how mail from ${site} arrives. You asked for it in the studio; nothing else is to be done.`,
  testRefused: ({ said }: { said: string }) =>
    `The mail server did not take the mail: ${said}. Check SMTP_URL and the sender’s address.`,
  noMailServer: 'No mail server is set. Set SMTP_URL and restart, then try again.',

  // What was sent
  mails: 'Sent mails',
  mailsLink: 'See what was sent',
  mailsLead: 'For 90 days. What a mail said is not kept.',
  mailsFailed: 'The mails did not load',
  loadingMails: 'Loading the mails',
  noMails: 'Nothing was sent.',
  mailsTo: 'address',
  mailSent: 'Sent',
  mailNotSent: 'Not sent',
  moreMails: 'Show more',

  // Two at the same time
  stale: 'Someone else has saved the settings meanwhile, so yours are not saved yet.',
  staleText: 'What you typed is still here. These were changed by someone else:',
  staleNow: ({ field, value }: { field: string; value: string }) => `${field}: now “${value}”`,
  saveMine: 'Save mine',
  takeTheirs: 'Use theirs',
  nothingChanged: 'Nothing has changed.',
}
