import type { operations as english } from '../en/operations.ts'
import type { Translated } from '../speak.ts'

export const operations: Translated<typeof english> = {
  payments: 'Pagos',
  paid: 'Lo que se ha pagado',
  messages: 'Mensajes de Stripe',
  noneWaiting: 'Todo lo de Stripe está tratado.',
  waiting: ({ count }, forms) =>
    forms.plural(count, {
      one: '1 mensaje espera a ser tratado.',
      other: `${count} mensajes esperan a ser tratados.`,
    }),
  waitingSince: ({ count, time }, forms) =>
    forms.plural(count, {
      one: `1 mensaje espera desde las ${time}.`,
      other: `${count} mensajes esperan, el más antiguo desde las ${time}.`,
    }),
  missed: 'Búsqueda de mensajes perdidos',
  compared: 'Comparación de todos los clientes con Stripe',
  'run.never': ({ what }) => `${what}: todavía no.`,
  'run.going': ({ what, time }) => `${what}: en curso desde ${time}.`,
  'run.fine': ({ what, time }) => `${what}: ${time}, todo estaba bien.`,
  'run.corrected': ({ what, time, count }) => `${what}: ${time}, ${count} corregidos.`,
  'run.failed': ({ count }) => `${count} no se pudieron comprobar.`,
  unclaimed: 'Pagado en otro sitio',
  unclaimedText:
    'Estas personas pagaron con un enlace o en el panel de Stripe y ninguna cuenta tiene todavía lo que pagaron.',
  unclaimedNone: 'Todos los que pagaron tienen su cuenta.',
  unclaimedFailed:
    'No se ha podido preguntar a Stripe quiénes son. Recarga la página para volver a intentarlo.',
  paidOn: ({ date }) => `pagado el ${date}`,
  joinTo: ({ email }) => `Dárselo a ${email}`,
  dead: 'Mensajes que no se pudieron tratar',
  deadNone: 'No hay ninguno.',
  tryAgain: 'Volver a intentarlo',
  trying: 'Intentando',
}
