import { say } from '../../contract/words/server.ts'
import { escapeHtml } from '../plugins/page-head.ts'

export const unsubscribeStyles = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { max-width: 26rem; margin: 2rem auto; padding: 0 1rem }
button { width: 100%; min-height: 44px; font: inherit; font-weight: 600 }
`

/** The page of the link in a mail about news. Programs that look at every link press no button. */
export const unsubscribePage = (state: 'ask' | 'done' | 'broken', siteName: string): string => {
  const title = escapeHtml(say('unsubscribe.title', { siteName }))
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${unsubscribeStyles}</style>
<h1>${title}</h1>
<p>${say(`unsubscribe.${state}`)}</p>
${state === 'ask' ? `<form method="post"><button>${say('unsubscribe.press')}</button></form>` : `<p><a href="/account/settings">${say('unsubscribe.settings')}</a></p>`}
</html>
`
}
