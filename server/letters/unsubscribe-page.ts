import { say } from '../../contract/words/server.ts'

/** The page of the link in a mail about news. Programs that look at every link press no button. */
export const unsubscribeBody = (state: 'ask' | 'done' | 'broken'): string => `
<p>${say(`unsubscribe.${state}`)}</p>
${state === 'ask' ? `<form method="post"><button>${say('unsubscribe.press')}</button></form>` : `<p><a href="/account/settings">${say('unsubscribe.settings')}</a></p>`}`
