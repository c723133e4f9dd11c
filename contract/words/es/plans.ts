import type { plans as english } from '../en/plans.ts'
import type { Translated } from '../speak.ts'

export const plans: Translated<typeof english> = {
  on: ({ date }) => `el ${date}`,
  until: ({ date }) => `hasta el ${date}`,
  onPeriodEnd: 'al final del periodo',
  untilPeriodEnd: 'hasta el final del periodo',
  'active.label': 'Activo',
  'active.text': ({ on }) => `Se renueva ${on}.`,
  'ending.label': 'Terminando',
  'ending.text': ({ until }) => `Cancelado. Puedes ver ${until} y no se te cobrará nada más.`,
  'trial.label': 'Prueba',
  'trial.text': ({ until }) => `Gratis ${until}. Después pagas el plan.`,
  'trial.ending': ({ on }) => `Cancelado. Tu prueba gratis termina ${on} y no se te cobrará nada.`,
  'failed.label': 'Pago fallido',
  'failed.text':
    'Tu último pago ha fallado, así que las películas están en pausa. Cambia de tarjeta para seguir.',
  'failed.grace': ({ date }) =>
    `Tu último pago ha fallado. Cambia de tarjeta antes del ${date} para seguir viendo.`,
  'unpaid.label': 'Sin pagar',
  'unpaid.text':
    'Tienes pendiente un pago de tu plan, así que las películas están en pausa. Págalo para seguir.',
  'incomplete.label': 'Sin completar',
  'incomplete.text': 'Tu primer pago no se ha realizado. Complétalo para empezar a ver.',
  'paused.label': 'En pausa',
  'paused.text': 'Tu plan está en pausa y no se te cobra nada. Reanúdalo para volver a ver.',
  'ended.label': 'Terminado',
  'ended.text': 'Tu plan ha terminado. Elige un plan para volver a ver.',
  'pausing.label': 'Pausa próxima',
  'pausing.text': ({ date }) =>
    `Puedes ver hasta el ${date}. Después no se te cobrará nada hasta que reanudes tu plan.`,
  'paused.price': ({ price }) =>
    `No se te cobra nada. Reanuda tu plan para volver a ver, por ${price}.`,
  'paused.comingBack': ({ date }) => `Tu plan vuelve a empezar con el próximo pago, el ${date}.`,
  'payment_pending.label': 'Pago en camino',
  'payment_pending.text': 'Tu banco puede tardar unos días. Podrás ver en cuanto llegue el dinero.',
  'refunded.label': 'Reembolsado',
  'refunded.text': 'Tu último pago se ha reembolsado, así que las películas están en pausa.',
  'disputed.label': 'Reclamado',
  'disputed.text': 'Tu banco ha reclamado tu último pago, así que las películas están en pausa.',
}
