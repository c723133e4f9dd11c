import type { embed as english } from '../en/embed.ts'
import type { Translated } from '../speak.ts'

export const embed: Translated<typeof english> = {
  missing: 'Diesen Film gibt es hier nicht. Vielleicht wurde er zurückgezogen.',
  unavailable: 'Der Film kann gerade nicht gezeigt werden. Laden Sie die Seite gleich neu.',
  needsScript: 'Filme brauchen JavaScript. Schalten Sie es ein und laden Sie neu.',
  title: 'Anderswo ansehen',
  handingOver: 'Es geht weiter',
  failed: 'Der Film konnte nicht übergeben werden',
  askHeading: ({ site }) => `Auf ${site} ansehen?`,
  askText: ({ site, title }) =>
    `${site} kann „${title}“ mit Ihrem Konto abspielen, bis Sie sich hier abmelden, höchstens zwölf Stunden lang. Mehr erfährt die Seite nicht über Sie.`,
  askYes: ({ site }) => `Auf ${site} ansehen`,
  readyHeading: 'Der Film geht dort weiter, wo Sie herkamen',
  readyText: 'Sie können diesen Tab schließen.',
  backText:
    'Gehen Sie zurück zu der Seite, von der Sie kamen. Wartet sie noch, drücken Sie dort noch einmal auf „Anmelden“.',
  payHeading: ({ title }) => `Sie sind angemeldet. Wie möchten Sie „${title}“ sehen?`,
  payText: 'Sobald Sie bezahlt haben, geht der Film dort von selbst weiter, wo Sie herkamen.',
  watchHere: 'Hier ansehen',
  share: 'Teilen und einbetten',
  link: 'Link',
  code: 'Code für andere Websites',
  copy: 'Kopieren',
  copied: 'Kopiert',
  copyFailed: 'Markieren Sie den Text und kopieren Sie ihn.',
  allowedNone: 'Noch darf keine andere Website Filme zeigen.',
  allowed: ({ sites }) => `Diese Websites dürfen Filme zeigen: ${sites}.`,
  allowedAll: 'Jede Website darf Filme zeigen.',
  change: 'Websites ändern',
  notPublished: 'Er ist zu sehen, sobald der Film veröffentlicht ist.',
  sites: 'Websites, die Filme zeigen dürfen',
  sitesHint:
    'Eine je Zeile, etwa https://blog.example oder https://*.blog.example. Eine Zeile mit * allein erlaubt es jeder Website; leer darf es nur diese.',
  sitesWrong: ({ line }) =>
    `„${line}“ ist keine Adresse einer Website. Schreiben Sie sie wie https://blog.example`,
}
