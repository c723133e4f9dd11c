import { say } from '../../contract/words/server.ts'
import { escapeHtml } from '../plugins/page-head.ts'

interface Shown {
  /** There is an operator already. */
  used: boolean
  /** What was typed. */
  email?: string
  problem?: string
}

const form = ({ email = '', problem }: Shown) => `
<p>${say('setup.text')}</p>
${problem === undefined ? '' : `<p role="alert">${escapeHtml(problem)}</p>`}
<form method="post">
<label for="email">${say('setup.email')}</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${escapeHtml(email)}">
<label for="password">${say('setup.password')}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required aria-describedby="rule">
<p id="rule">${say('setup.rule')}</p>
<button>${say('setup.send')}</button>
</form>`

/** In place of the page, where the link is not the one that was printed. It tells no stranger more. */
export const wrongLinkBody = (): string =>
  `<p>${escapeHtml(say('setup.wrongText'))}</p>\n<p><a href="/sign-in">${say('setup.signIn')}</a></p>`

/** The page of the one-time link. */
export const setupBody = (shown: Shown): string =>
  shown.used
    ? `<p>${say('accounts.linkUsed')} <a href="/sign-in">${say('setup.signIn')}</a></p>`
    : form(shown)
