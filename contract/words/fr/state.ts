import type { state as english } from '../en/state.ts'
import type { Translated } from '../speak.ts'

export const state: Translated<typeof english> = {
  state: 'État',
  lead: 'Ce qui tourne de soi-même, et ce qui a besoin de vous.',
  failed: 'L’état n’a pas pu être chargé.',
  bucket: 'Bucket',
  'bucket.fine': 'Il est à ce site, et il est rangé.',
  'bucket.unclaimed':
    'Il n’est encore à personne : le prochain démarrage en fait celui de ce site.',
  'bucket.unreachable': 'Il est injoignable pour le moment, rien n’est donc rangé.',
  proxy: 'Proxy',
  'proxy.fine': 'Les spectateurs sont distingués par leurs adresses.',
  walk: 'Parcours annuel du bucket',
  'walk.none': ({ date }) => `Le prochain commence un an après le ${date}.`,
  'walk.going': ({ count }, forms) =>
    forms.plural(count, {
      one: `En cours : ${forms.number(count)} fichier sans attache a été mis dans trash/.`,
      other: `En cours : ${forms.number(count)} fichiers sans attache ont été mis dans trash/.`,
    }),
  'walk.moved': ({ count, date }, forms) =>
    forms.plural(count, {
      one: `Le dernier s’est terminé le ${date} : ${forms.number(count)} fichier sans attache a été mis dans trash/.`,
      other: `Le dernier s’est terminé le ${date} : ${forms.number(count)} fichiers sans attache ont été mis dans trash/.`,
    }),
  jobs: 'Travaux qui échouent',
  waiting: ({ count }, forms) =>
    forms.plural(count, {
      one: `${forms.number(count)} travail attend son tour.`,
      other: `${forms.number(count)} travaux attendent leur tour.`,
    }),
  noJobs: 'Rien n’échoue.',
  'job.transcode-plan': 'Examen d’un film envoyé',
  'job.transcode-piece': 'Encodage d’un morceau de film',
  'job.transcode-sweep': 'Retrait d’un encodage que personne ne lit',
  'job.transcode-film-sweep': 'Retrait de ce qu’un film supprimé a laissé dans le bucket',
  'job.transcode-object-sweep': 'Retrait d’une affiche ou de sous-titres remplacés',
  'job.transcode-captions': 'Lecture de sous-titres',
  'job.upload-abort': 'Retrait de ce qu’un envoi abandonné a laissé dans le bucket',
  failures: ({ count, time }, forms) =>
    forms.plural(count, {
      one: `${forms.number(count)} échec depuis ${time}.`,
      other: `${forms.number(count)} échecs depuis ${time}.`,
    }),
  next: ({ time }) => `Nouvel essai à ${time}.`,
  running: 'Essai en cours',
  given: 'Abandonné',
  again: 'Sera retenté',
  retry: 'Réessayer maintenant',
  retrying: 'Nouvel essai',
  fine: 'En ordre',
  wrong: 'À faire',
}
