import type { factors as english } from '../en/factors.ts'
import type { Translated } from '../speak.ts'

export const factors: Translated<typeof english> = {
  proof: '¿Eres tú?',
  proofLead: 'Antes de continuar, confirma otra vez quién eres.',
  setUpFirst:
    'Este sitio pide a quienes lo llevan una clave de acceso o un código de una aplicación. Configura antes una de las dos.',
  setUp: 'Configurar',
  notNow: 'Ahora no',
  password: 'Tu contraseña',
  code: 'Código de tu aplicación o código de recuperación',
  goOn: 'Continuar',
  checking: 'Comprobando',
  usePasskey: 'Usar una clave de acceso',
  passkeyGivenUp: 'No se ha usado ninguna clave de acceso. Vuelve a intentarlo o usa otra manera.',
  passkeyThere: 'Este dispositivo ya tiene una clave de acceso tuya.',
  heading: 'Claves de acceso y códigos',
  lead: 'Una clave de acceso te deja entrar con tu huella, tu cara o una llave. Una aplicación de códigos protege tu contraseña.',
  failed: 'No se han cargado tus claves de acceso',
  passkeys: 'Claves de acceso',
  noPasskeys: 'No tienes ninguna clave de acceso.',
  passkeyName: 'Nombre de la clave de acceso',
  passkeyNameHint: 'Por ejemplo, el dispositivo en el que está.',
  passkeyNameMissing: 'Ponle un nombre.',
  addPasskey: 'Añadir una clave de acceso',
  adding: 'Añadiendo',
  addedOn: ({ date }) => `Añadida el ${date}`,
  remove: 'Quitar',
  removing: 'Quitando',
  totp: 'Códigos de una aplicación',
  totpOff: 'Al entrar con tu contraseña no se pide código.',
  totpOn: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Al entrar con tu contraseña se pide un código. Te queda 1 código de recuperación.',
      other: `Al entrar con tu contraseña se pide un código. Te quedan ${count} códigos de recuperación.`,
    }),
  totpBegin: 'Configurar una aplicación',
  totpSecret: 'Añade esta clave a tu aplicación y escribe el código que muestre.',
  totpQr: 'Código QR con la misma clave, para la cámara de tu aplicación',
  totpOpen: 'Abrirla en una aplicación de este dispositivo',
  totpEnd: 'No usar más códigos',
  newRecoveryCodes: 'Crear códigos de recuperación nuevos',
  making: 'Creando',
  recoveryLead:
    'Guárdalos donde los encuentres sin tu teléfono. Cada uno te deja entrar una vez y no se vuelven a mostrar.',
  recoveryKept: 'Los he guardado',
}
