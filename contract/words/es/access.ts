import { byWays, type access as english, type Ways } from '../en/access.ts'
import type { Translated } from '../speak.ts'

const how = ({ rent, buy }: Ways) =>
  rent && buy ? 'alquilar o comprar' : rent ? 'alquilar' : 'comprar'
const order = ({ rent, buy }: Ways) =>
  rent && buy ? 'alquílala o cómprala' : rent ? 'alquílala' : 'cómprala'

const notForSale = 'De momento no forma parte de ningún plan ni se alquila ni se vende.'

export const access: Translated<typeof english> = {
  'not_entitled.title': 'Elige cómo verla',
  'not_entitled.text': (ways) =>
    byWays(ways, {
      plan: 'Esta película va incluida en un plan.',
      own: (w) => `Puedes ${how(w)} esta película.`,
      both: 'Esta película va incluida en un plan, o puedes pagar solo por ella.',
      none: notForSale,
      unknown: 'Necesitas un plan o una compra para ver esta película.',
    }),
  'unavailable.title': 'Esta película no se puede ver de momento',
  'unavailable.text': notForSale,
  'sign_in_required.title': (ways) =>
    ways === null ? 'Inicia sesión para verla' : 'Inicia sesión o elige cómo verla',
  'sign_in_required.text': (ways) =>
    byWays(ways, {
      plan: 'Esta película va incluida en un plan.',
      own: (w) => `Puedes ${how(w)} esta película.`,
      both: 'Esta película va incluida en un plan, o puedes pagar solo por ella.',
      none: notForSale,
      unknown: 'Puedes ver esta película si tu cuenta la incluye.',
    }),
  'plan_not_included.title': 'Tu plan no incluye esta película',
  'plan_not_included.text': (ways) =>
    byWays(ways, {
      plan: 'Puedes cambiar a un plan que la incluya.',
      own: (w) => `La puedes ${how(w)}.`,
      both: 'Puedes cambiar de plan o pagar solo por la película.',
      none: notForSale,
      unknown: 'Puedes cambiar a un plan que la incluya.',
    }),
  'payment_failed.title': 'Tu último pago ha fallado',
  'payment_failed.text': 'Cambia de tarjeta y la película volverá a verse al momento.',
  'payment_pending.title': 'Tu pago va de camino',
  'payment_pending.text':
    'La película se verá cuando tu banco haya enviado el dinero, lo que puede tardar unos días.',
  'payment_incomplete.title': 'Tu primer pago no se ha realizado',
  'payment_incomplete.text': 'Complétalo y la película se verá al momento.',
  'subscription_paused.title': 'Tu plan está en pausa',
  'subscription_paused.text': 'Reanúdalo y la película volverá a verse al momento.',
  'subscription_ended.title': 'Tu plan ha terminado',
  'subscription_ended.text': 'Elige un plan para volver a ver.',
  'rental_expired.title': 'Tu alquiler ha terminado',
  'rental_expired.text': (ways) =>
    byWays(ways, {
      plan: 'Elige un plan para volver a ver la película.',
      own: (w) => `Para volver a ver la película, ${order(w)}.`,
      both: 'Elige cómo quieres volver a ver la película.',
      none: notForSale,
      unknown: 'Alquila otra vez la película para seguir viéndola.',
    }),
  'refunded.title': 'Tu pago se ha reembolsado',
  'refunded.text': 'La película ya no se ve porque has recuperado tu dinero.',
  'disputed.title': 'Tu banco ha reclamado tu pago',
  'disputed.text': 'La película volverá a verse cuando eso se resuelva a nuestro favor.',
  'grant_ended.title': 'Tu acceso gratis ha terminado',
  'grant_ended.text': (ways) =>
    byWays(ways, {
      plan: 'Elige un plan para seguir viendo.',
      own: (w) => `Para seguir viendo la película, ${order(w)}.`,
      both: 'Elige cómo quieres seguir viendo.',
      none: notForSale,
      unknown: 'Elige un plan para seguir viendo.',
    }),
  'preview_ended.title': 'Tu preestreno ha terminado',
  'preview_ended.text': 'Pide un enlace nuevo a quien te lo envió.',
  'archived.title': 'Esta película ya no se ofrece',
  'archived.text': 'Quienes la compraron pueden verla iniciando sesión.',
  'coming.title': 'Esta película aún no se ha estrenado',
  'coming.text': 'Se podrá ver aquí desde el día de su estreno.',
  'account_disabled.title': 'Tu cuenta está cerrada',
  'account_disabled.text': 'Escríbenos si crees que es un error.',
  'stopped.title': 'La reproducción ha terminado',
  'stopped.text': 'Puedes seguir donde lo dejaste.',
  'expired.title': 'La reproducción terminó tras una pausa larga',
  'expired.text': 'Puedes seguir donde lo dejaste.',
  'taken_over.title': 'Se reproduce en otro dispositivo',
  'taken_over.text': 'Puedes seguir aquí.',
  'limit.title': 'Tu plan se usa en otros dispositivos',
  'limit.text': 'Detén uno de ellos para seguir aquí.',
  'signed_out.title': 'Se ha cerrado tu sesión',
  'signed_out.text': 'Inicia sesión para seguir donde lo dejaste.',
  'kicked.title': 'Se ha detenido la reproducción',
  'kicked.text': 'Quienes llevan este sitio la han detenido; puedes empezarla de nuevo.',
  'unpublished.title': 'Esta película se ha retirado',
  'unpublished.text': 'Ya no se muestra aquí; elige otra.',
  'replaced.title': 'Hay una versión nueva de esta película',
  'replaced.text': 'Puedes seguir donde lo dejaste.',
  'badge.free': 'Gratis',
  'badge.rented': 'Alquilada',
  'badge.bought': 'Comprada',
  'badge.sale': 'Alquilar o comprar',
  'badge.members': 'Con plan',
}
