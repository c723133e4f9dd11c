import type { pageCodes as english } from '../en/page-codes.ts'
import type { Translated } from '../speak.ts'

export const pageCodes: Translated<typeof english> = {
  TOO_MANY_REQUESTS: 'Demasiados intentos. Espera un momento y vuelve a intentarlo.',
  UNREACHABLE: 'No hubo respuesta. Comprueba tu conexión a Internet y vuelve a intentarlo.',
  UNEXPECTED_ANSWER: 'El servicio no responde como debería. Vuelve a intentarlo en un momento.',
  PAGE_BROKEN: 'Algo ha fallado en esta página. Recárgala y vuelve a intentarlo.',
}
