import type { state as english } from '../en/state.ts'
import type { Translated } from '../speak.ts'

export const state: Translated<typeof english> = {
  state: 'Zustand',
  lead: 'Was von selbst läuft, und was Sie braucht.',
  failed: 'Der Zustand konnte nicht geladen werden.',
  bucket: 'Bucket',
  'bucket.fine': 'Er gehört zu dieser Website und wird aufgeräumt.',
  'bucket.unclaimed':
    'Er gehört noch niemandem: Der nächste Start macht ihn zu dem dieser Website.',
  'bucket.unreachable': 'Er ist gerade nicht zu erreichen, deshalb wird nicht aufgeräumt.',
  proxy: 'Proxy',
  'proxy.fine': 'Zuschauer werden an ihren Adressen unterschieden.',
  walk: 'Jährlicher Gang durch den Bucket',
  'walk.none': ({ date }) => `Der nächste beginnt ein Jahr nach dem ${date}.`,
  'walk.going': ({ count }, forms) =>
    forms.plural(count, {
      one: 'Läuft: 1 Datei, die zu nichts gehört, kam nach trash/.',
      other: `Läuft: ${forms.number(count)} Dateien, die zu nichts gehören, kamen nach trash/.`,
    }),
  'walk.moved': ({ count, date }, forms) =>
    forms.plural(count, {
      one: `Der letzte endete am ${date}: 1 Datei, die zu nichts gehörte, kam nach trash/.`,
      other: `Der letzte endete am ${date}: ${forms.number(count)} Dateien, die zu nichts gehörten, kamen nach trash/.`,
    }),
  jobs: 'Arbeiten, die fehlschlagen',
  waiting: ({ count }, forms) =>
    forms.plural(count, {
      one: '1 Arbeit wartet, bis sie drankommt.',
      other: `${forms.number(count)} Arbeiten warten, bis sie drankommen.`,
    }),
  noJobs: 'Nichts schlägt fehl.',
  'job.transcode-plan': 'Einen hochgeladenen Film prüfen',
  'job.transcode-piece': 'Ein Stück eines Films kodieren',
  'job.transcode-sweep': 'Eine Fassung entfernen, die niemand abspielt',
  'job.transcode-film-sweep': 'Entfernen, was ein gelöschter Film im Bucket ließ',
  'job.transcode-object-sweep': 'Ein ersetztes Plakat oder ersetzte Untertitel entfernen',
  'job.transcode-captions': 'Untertitel lesen',
  'job.upload-abort': 'Entfernen, was ein aufgegebener Upload im Bucket ließ',
  failures: ({ count, time }, forms) =>
    forms.plural(count, {
      one: `Einmal fehlgeschlagen seit ${time}.`,
      other: `${forms.number(count)} Mal fehlgeschlagen seit ${time}.`,
    }),
  next: ({ time }) => `Neuer Versuch um ${time}.`,
  running: 'Wird gerade versucht',
  given: 'Aufgegeben',
  again: 'Wird noch einmal versucht',
  retry: 'Jetzt erneut versuchen',
  retrying: 'Wird versucht',
  fine: 'In Ordnung',
  wrong: 'Zu tun',
}
