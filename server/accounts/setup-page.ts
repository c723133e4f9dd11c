import { say } from '../../contract/words/server.ts'
import { spokenLanguage } from '../../contract/words/speak.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character] ?? '')

interface Shown {
  /** There is an operator already. */
  used: boolean
  /** What was typed. */
  email?: string
  problem?: string
}

const form = ({ email = '', problem }: Shown) => `
<p>${say('setup.text')}</p>
${problem === undefined ? '' : `<p role="alert">${escaped(problem)}</p>`}
<form method="post">
<label for="email">${say('setup.email')}</label>
<input id="email" name="email" type="email" autocomplete="username" required value="${escaped(email)}">
<label for="password">${say('setup.password')}</label>
<input id="password" name="password" type="password" autocomplete="new-password" minlength="8" required aria-describedby="rule">
<p id="rule">${say('setup.rule')}</p>
<button>${say('setup.send')}</button>
</form>`

export const setupStyles = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 26rem; margin: 2rem auto; padding: 0 1rem }
label { display: block; margin-top: 1rem; font-weight: 600 }
input, button { box-sizing: border-box; width: 100%; min-height: 44px; padding: 0 .75rem; font: inherit }
button { margin-top: .5rem; font-weight: 600 }
[role=alert] { border-left: 4px solid #c33; padding-left: .75rem }
`

/** The page of the one-time link. */
export const setupPage = (shown: Shown): string => `<!doctype html>
<html lang="${spokenLanguage()}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${say('setup.title')}</title>
<style>${setupStyles}</style>
<h1>${say('setup.title')}</h1>
${shown.used ? `<p>${say('accounts.linkUsed')} <a href="/sign-in">${say('setup.signIn')}</a></p>` : form(shown)}
</html>
`
