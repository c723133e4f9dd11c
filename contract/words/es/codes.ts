import type { codes as english } from '../en/codes.ts'
import type { Translated } from '../speak.ts'
import { pageCodes } from './page-codes.ts'

export const codes: Translated<typeof english> = {
  BAD_REQUEST: 'No se ha podido entender esta petición.',
  WEBHOOK_SIGNATURE: 'La firma del webhook no corresponde a su contenido.',
  ORIGIN_REFUSED: 'Esta petición venía de otro sitio, así que no se ha llevado a cabo.',
  SIGN_IN_REQUIRED: 'Inicia sesión para continuar.',
  WRONG_CREDENTIALS: 'El correo y la contraseña no corresponden a ninguna cuenta.',
  SECOND_FACTOR_REQUIRED:
    'Escribe el código que muestra tu aplicación o un código de recuperación.',
  STEP_UP_REQUIRED: 'Confirma otra vez quién eres antes de continuar.',
  RESET_LINK_INVALID: 'Este enlace ya se usó o ha caducado. Pide uno nuevo.',
  PAYMENT_DECLINED:
    'El pago no se ha realizado, así que nada ha cambiado. Prueba con otra tarjeta.',
  PAYMENT_REQUIRED: 'Necesitas un plan o una compra para ver esta película.',
  FORBIDDEN: 'Tu cuenta no tiene permiso para hacer esto.',
  NOT_FOUND: 'Aquí no hay nada.',
  EMAIL_TAKEN: 'Ya hay una cuenta con este correo. Mejor inicia sesión.',
  TOO_MANY_STREAMS:
    'Tu plan ya se usa en tantos dispositivos como permite. Detén uno para ver aquí.',
  STREAM_TAKEN_OVER: 'Ahora se reproduce en otro de tus dispositivos.',
  ALREADY_SUBSCRIBED: 'Ya tienes un plan. Puedes cambiarlo en la página de tu cuenta.',
  CONFLICT: 'Algo ha cambiado entretanto. Recarga la página y vuelve a intentarlo.',
  PLAYBACK_ENDED: 'La reproducción ha terminado. Pulsa reproducir para empezar de nuevo.',
  TOO_LARGE: 'Esto es más grande de lo que se acepta aquí.',
  UNSUPPORTED_MEDIA_TYPE: 'Este tipo de archivo no se acepta aquí.',
  TOO_MANY_REQUESTS: pageCodes.TOO_MANY_REQUESTS,
  INTERNAL: 'Algo ha fallado por nuestra parte. Vuelve a intentarlo en un momento.',
  PAYMENT_PROVIDER_UNAVAILABLE:
    'El servicio de pago no responde. Vuelve a intentarlo en un momento.',
  ENTITLEMENTS_UNAVAILABLE:
    'Ahora no podemos comprobar lo que has pagado. Vuelve a intentarlo en un momento.',
  UNAVAILABLE: 'El servicio no está disponible ahora. Vuelve a intentarlo en un momento.',
}
