import type { stripe as english } from '../../en/server/stripe.ts'
import type { Translated } from '../../speak.ts'

export const stripe: Translated<typeof english> = {
  'stripe.refused': 'El servicio de pago lo ha rechazado. Díselo a quien lleva este sitio.',
  'stripe.confirm':
    'Tu banco quiere que confirmes este pago, así que nada ha cambiado todavía. Confírmalo en la página de tu cuenta o usa otra tarjeta.',
  'stripe.gone': 'Eso ya no está en el servicio de pago. Recarga la página y vuelve a intentarlo.',
  'stripe.otherState': 'Este pago ha cambiado entretanto. Recarga la página y míralo otra vez.',
  'stripe.email': 'El servicio de pago no acepta este correo. Usa otro.',
  'stripe.taxNumber': 'Este número fiscal no es válido. Compruébalo y vuelve a intentarlo.',
  'stripe.address':
    'El servicio de pago no acepta esta dirección. Compruébala o escríbela de otra manera.',
  'stripe.code': 'Este código ya no sirve. Quítalo o usa otro.',
  'stripe.price': 'Este precio ya no se ofrece. Recarga la página y elige otra vez.',
  'stripe.currencies':
    'Ya pagas en otra moneda, y el proveedor de pagos solo admite una a la vez. Elige esa, o termina primero lo que está en marcha en ella.',
  'stripe.tooManyPlans': 'Ya hay demasiadas suscripciones. Escribe a quien lleva este sitio.',
  'stripe.amount':
    'Este importe no se puede cobrar en esta moneda. Díselo a quien lleva este sitio.',
  'stripe.refunded': 'Este pago ya se ha reembolsado.',
  'stripe.disputed': 'El banco ya ha reclamado este pago, así que no se puede reembolsar.',
  'stripe.notRefundable': 'Este pago no se puede reembolsar.',
  'stripe.balance':
    'No hay suficiente dinero en la cuenta de Stripe para este reembolso. Vuelve a intentarlo después de los próximos pagos.',
  'stripe.noMoney': 'No hay suficiente dinero para este pago.',
  'stripe.busy': 'El servicio de pago está ocupado. Vuelve a intentarlo en un momento.',
}
