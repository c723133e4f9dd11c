import type { billing as english } from '../../en/server/billing.ts'
import type { Translated } from '../../speak.ts'

export const billing: Translated<typeof english> = {
  'billing.noPlan': 'No tienes ningún plan.',
  'billing.noPlanYet': 'Todavía no tienes ningún plan. Elige uno para empezar.',
  'billing.amountsChanged': 'Los importes han cambiado. Míralos otra vez.',
  'billing.change.open': 'Hay un pago pendiente. Cambia primero de tarjeta y después de plan.',
  'billing.change.paused': 'Tu plan está en pausa. Reanúdalo antes de cambiarlo.',
  'billing.change.pending': 'Tu primer pago todavía va de camino.',
  'billing.change.wentBack':
    'Tu último pago se devolvió. Paga antes de nuevo, en la página de tu cuenta.',
  'billing.change.currency': 'Este plan se vende en una moneda distinta de la que usas para pagar.',
  'billing.pause.unpaid': 'Solo se puede pausar un plan pagado.',
  'billing.pause.ending': 'Tu plan termina de todos modos. No hay nada que pausar.',
  'billing.payAgain.paid':
    'No se ha devuelto ningún pago de tu plan, así que no hay ninguno que repetir.',
  'billing.payAgain.none': 'No hay ningún pago que repetir. Elige un plan.',
  'billing.payAgain.notOnSale': 'Tu plan ya no se vende. Elige otro.',
  'billing.nothingToManage': 'Todavía no hay nada que gestionar: no tienes plan ni compras.',
  'billing.code.taken': ({ code }) =>
    `El código ${code} ya está en uso. Elige otro o desactiva antes ese.`,
  'billing.code.worth': 'Descuenta un porcentaje o un importe.',
  'billing.code.months': 'Di para cuántos meses, y solo si dura algunos meses.',
  'billing.code.past': 'Ese momento ya ha pasado. Elige uno futuro.',
  'billing.code.none': 'Stripe no tiene ese código promocional.',
  'billing.code.over': 'Este código está agotado o ha terminado. Crea uno nuevo.',
  'billing.otherAccount':
    'Este pago se hizo con otra cuenta. Cierra sesión y entra con la que pagó.',
  'billing.priceGone': 'Este precio ya no está a la venta. Recarga la página y elige otra vez.',
  'billing.notInCurrency': ({ currency }) =>
    `Este plan no se vende en ${currency}. Elige otra moneda.`,
  'billing.currencyOfPlan': 'La moneda solo se elige para un plan. No la indiques.',
  'billing.notForRent': 'Esta película no se alquila. Recarga la página para saber cómo verla.',
  'billing.notForSale': 'Esta película no se vende. Recarga la página para saber cómo verla.',
  'billing.boughtAll': 'Todas estas películas ya son tuyas. Pulsa reproducir.',
  'billing.bought': 'Esta película ya es tuya. Pulsa reproducir.',
  'billing.rented': 'Has alquilado esta película. Pulsa reproducir.',
  'billing.underWay': 'Tu pago está en camino. Puede tardar unos días; después, pulsa reproducir.',
  'billing.either': 'Envía priceId, o videoId y kind, o bundleId.',
  'billing.eitherField': 'o videoId y kind',
  'billing.noCustomer': 'Stripe no tiene ese cliente.',
  'billing.joinUnverified':
    'La dirección de esta cuenta no está confirmada, así que puede ser de otra persona. Su dueño la confirma en sus ajustes; une después el cliente.',
  'billing.othersCustomer': 'Ese cliente pertenece a otra cuenta.',
  'billing.notArrived': 'Este pago no ha llegado.',
  'billing.refunded': 'Este pago ya se ha reembolsado.',
  'billing.refundLeft': ({ left }) => `amount: de este pago quedan como mucho ${left}.`,
  'billing.refundMost': ({ left }) => `debe ser como mucho ${left}`,
  'billing.cursor': 'debe venir de una respuesta',
  'billing.notAnEvent': 'El contenido no es un evento de Stripe.',
  'billing.webhookAddress': ({ url }) =>
    `Stripe no acepta ${url} como dirección para sus mensajes. Pon en PUBLIC_URL la dirección con la que el mundo llega a este sitio, con https.`,
  'billing.samePlanName': ({ name }) =>
    `Ya hay un plan llamado «${name}». Ponle otro nombre a este.`,
  'billing.archived': 'Este plan ya no se vende. Vuelve a venderlo antes de cambiarlo.',
  'billing.samePrice': 'es un segundo precio para el mismo tiempo y la misma moneda',
  'billing.price.currency': 'Stripe no cobra tarjetas en esta moneda. Elige otra.',
  'billing.price.least': ({ amount }) => `El precio más bajo que cobra Stripe es ${amount}.`,
  'billing.price.most': ({ amount }) => `El precio más alto que cobra Stripe es ${amount}.`,
  'billing.price.step': ({ currency, amount }) => `Stripe cobra ${currency} en pasos de ${amount}.`,
  'billing.grantEnd': 'debe ser futuro',
  'billing.grantEither': 'Envía planId o videoId.',
  'billing.grantEitherField': 'o videoId, no ambos',
}
