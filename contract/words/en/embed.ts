/** Films on other sites' pages, and the way to watch there. */
export const embed = {
  missing: 'This film is not here. It may have been withdrawn.',
  unavailable: 'The film cannot be shown right now. Reload the page in a moment.',
  needsScript: 'Films need JavaScript to play. Turn it on and reload.',

  // The tab that a frame opens
  title: 'Watch elsewhere',
  handingOver: 'Going on',
  failed: 'The film could not be handed over',
  askHeading: ({ site }: { site: string }) => `Watch on ${site}?`,
  askText: ({ site, title }: { site: string; title: string }) =>
    `${site} will be able to play “${title}” with your account until you sign out here, for twelve hours at most. It learns nothing else of you.`,
  askYes: ({ site }: { site: string }) => `Watch on ${site}`,
  readyHeading: 'The film goes on where you came from',
  readyText: 'You can close this tab.',
  backText:
    'Go back to the page that you came from. If it still waits there, press “Sign in” once more.',
  payHeading: ({ title }: { title: string }) =>
    `You are signed in. How would you like to watch “${title}”?`,
  payText: 'Once you have paid, the film goes on by itself where you came from.',
  watchHere: 'Watch it here',

  // The studio
  share: 'Share and embed',
  link: 'Link to the film’s page',
  code: 'Code for other sites’ pages',
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Select the text and copy it.',
  allowedNone: 'No other site may show films yet.',
  allowed: ({ sites }: { sites: string }) => `These sites may show films: ${sites}.`,
  allowedAll: 'Every site may show films.',
  change: 'Change the sites',
  notPublished: 'It shows once the film is published.',
  sites: 'Sites that may show films',
  sitesHint:
    'One per line, such as https://blog.example or https://*.blog.example. A line with * alone lets every site show them; leave it empty and only this site does.',
  sitesWrong: ({ line }: { line: string }) =>
    `“${line}” is no address of a site. Write it as https://blog.example`,
}
