import t from 'tap'
import { mailHtml } from '../../server/settings/mail-html.ts'
import { senderOf } from '../../server/settings/mail-sender.ts'

const site = {
  name: 'Kino & Süd',
  address: 'Hauptstr. 1\nBerlin',
  language: 'de',
  accentLight: null,
}

t.test('a mail has the name, the address and the colour of the site', async (t) => {
  const html = mailHtml('Hello.\n\nTwo\nlines.', { ...site, accentLight: '#0b5cad' })
  t.match(html, 'Kino &amp; Süd')
  t.match(html, 'Hauptstr. 1<br>Berlin')
  t.match(html, '#0b5cad')
  t.match(html, 'Two<br>lines.')
  t.match(html, '<html lang="de">')
})

t.test('a line that is an address can be pressed; what people wrote stays text', async (t) => {
  const html = mailHtml('Look:\nhttps://films.example/x?a=1&b=2#t', site)
  t.equal(html.match(/href="https:\/\/films\.example\/x\?a=1&amp;b=2#t"/g)?.length, 2)
  const hostile = mailHtml('<script>x()</script>\n\nhttps://a.example/"><b>', site)
  t.notMatch(hostile, /<script>|"><b>/)
})

t.test('the sender is what is set, else that of the settings, else the site', async (t) => {
  const named = { name: 'Kino', mailName: null, mailAddress: null }
  t.equal(senderOf(named, 'a@b.example'), '"Kino" <a@b.example>')
  t.equal(senderOf(named, 'Films <a@b.example>'), '"Films" <a@b.example>')
  t.equal(senderOf(named, '"Films" <a@b.example>'), '"Films" <a@b.example>')
  t.equal(senderOf({ ...named, mailName: 'Ana' }, 'Films <a@b.example>'), '"Ana" <a@b.example>')
  t.equal(senderOf({ ...named, mailAddress: 'c@d.example' }, 'a@b.example'), '"Kino" <c@d.example>')
  t.equal(senderOf({ ...named, name: 'A"\r\nBcc: x' }, 'a@b.example'), '"A   Bcc: x" <a@b.example>')
})

t.test('only the first is a button: how to end such mails is not pressed by mistake', async (t) => {
  const watch = 'https://films.example/watch/tide'
  const end = 'https://films.example/unsubscribe?token=1'
  const html = mailHtml(`Watch:\n${watch}\n\nNo more:\n${end}`, site)
  t.equal(html.match(/padding:12px 20px/g)?.length, 1)
  t.equal(html.split(`href="${watch}"`).length, 3)
  t.equal(html.split(`href="${end}"`).length, 2, 'still a link')
})

t.test('an address within a sentence is a link, without the full stop', async (t) => {
  const html = mailHtml('Sign in at https://films.example/sign-in?a=1&b=2, or not.', site)
  t.match(
    html,
    /at <a href="https:\/\/films\.example\/sign-in\?a=1&amp;b=2"[^>]*>[^<]*<\/a>, or not\./,
  )
  t.notMatch(html, 'break-all', 'which breaks it in the middle of "https" where a line ends')
  t.match(html, 'word-break:break-word')
  t.match(mailHtml('https://', site), 'https://')
})
