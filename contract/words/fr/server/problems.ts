import type { problems as english } from '../../en/server/problems.ts'
import type { Translated } from '../../speak.ts'

export const problems: Translated<typeof english> = {
  // The page of a browser without a network.
  'offline.title': 'Vous êtes hors ligne',
  'offline.text':
    'Cette page n’a pas pu être chargée. Elle le sera dès que vous serez de nouveau en ligne.',
  'offline.again': 'Réessayer',

  'problems.400': 'Requête incorrecte',
  'problems.401': 'Non connecté',
  'problems.402': 'Paiement nécessaire',
  'problems.403': 'Non autorisé',
  'problems.404': 'Introuvable',
  'problems.409': 'Conflit',
  'problems.410': 'Disparu',
  'problems.413': 'Trop grand',
  'problems.415': 'Type de fichier non accepté',
  'problems.429': 'Trop de demandes',
  'problems.500': 'Erreur du serveur',
  'problems.502': 'Erreur d’un autre service',
  'problems.503': 'Indisponible',
  'problems.field': ({ field, message }) => `${field} : ${message.replace(/\.$/, '')}.`,
  'problems.wrongForm': 'n’a pas la bonne forme',
  'problems.unknownField': 'n’est pas connu ici',
  'problems.missing': 'manque',
  'problems.nul': 'ne doit pas contenir le caractère NUL',
  'problems.tooDeep': 'est imbriqué trop profondément',
  'proxy.unheeded': ({ range }) =>
    `${range} envoie X-Forwarded-For, qui ne compte pas, car TRUSTED_PROXIES ne le nomme pas. Si c’est votre proxy, tous les spectateurs partagent une même limite : réglez TRUSTED_PROXIES=${range}, ou la plage d’où viennent ses adresses.`,
  'none.job': 'Ce travail est fait, ou n’est plus connu.',
  'bucket.another':
    'Le bucket appartient à une autre installation de Matinee, rien n’y est donc jamais rangé. Donnez à celle-ci un bucket ou un S3_PREFIX à elle ; ou, si personne d’autre ne l’utilise, lancez `matinee bucket take`.',
  'bucket.ahead':
    'Le bucket a connu un état plus récent que cette base, comme après la restauration d’une ancienne sauvegarde, rien n’y est donc rangé : il peut contenir des films que la base ne connaît pas. Restaurez la sauvegarde la plus récente ; ou, si c’est celle-ci qui compte, lancez `matinee bucket take`.',
  'bucket.copy':
    'Cette base est une copie de celle à qui le bucket appartient, comme après la restauration d’une sauvegarde, rien n’y est donc rangé : il peut contenir des films que seule l’autre connaît. Si celle-ci a pris sa place, lancez `matinee bucket take` ; sinon, donnez-lui un bucket ou un S3_PREFIX à elle.',
  'explain.counts': 'compte maintenant',
  'explain.subscription': ({ planId, status }) =>
    `abonnement ${planId ?? 'sans formule connue'}, ${status}`,
  'none.account': 'Ce compte n’existe pas.',
  'none.note': 'Cette note n’existe pas.',
  'none.collection': 'Cette collection n’existe pas.',
  'none.passkey': 'Cette clé d’accès n’existe pas.',
  'none.invitation': 'Cette invitation n’existe pas, ou n’est plus ouverte.',
  'none.device': 'Cet appareil n’existe pas.',
  'none.event': 'Il n’y a pas d’événement de ce genre à traiter.',
  'none.bundle': 'Ce lot n’existe pas.',
  'none.film': 'Ce film n’existe pas.',
  'none.payment': 'Ce paiement n’existe pas.',
  'none.plan': 'Cet abonnement n’existe pas.',
  'none.stream': 'Cette lecture n’existe pas.',
  'none.upload': 'Cet envoi n’existe pas.',
}
