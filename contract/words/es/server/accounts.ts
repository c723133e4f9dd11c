import type { accounts as english } from '../../en/server/accounts.ts'
import type { Translated } from '../../speak.ts'

export const accounts: Translated<typeof english> = {
  'accounts.closed': 'Esta cuenta se ha cerrado. Escribe a quien lleva este sitio.',
  'accounts.lastOperator': 'Es el último propietario del sitio. Nombra antes a otro.',
  'accounts.ownAccount':
    'Es tu propia cuenta: pide a otra persona del equipo que la cierre o la cambie.',
  'accounts.isOperator': ({ email }) =>
    `${email} ya forma parte del equipo: cambia lo que puede hacer en su página.`,
  'accounts.manyInvitations': 'Hay cincuenta invitaciones abiertas: retira antes alguna.',
  'accounts.acceptAs': ({ email }) =>
    `${email} tiene una cuenta: inicia sesión con ella y abre otra vez el enlace.`,
  'accounts.addressRefused':
    'El servidor de correo no acepta nada para esta dirección. ¿Está bien escrita?',
  'accounts.linkNotSent': 'No se ha podido enviar el correo. Inténtalo de nuevo en unos minutos.',
  'accounts.invitationNotSent':
    'El servidor de correo no ha aceptado la invitación. Compruébalo en los ajustes e invita otra vez.',
  'accounts.manyPasskeys': 'Hay veinte claves de acceso: quita antes una.',
  'accounts.passkeyRefused':
    'Esta clave de acceso no se ha aceptado. Vuelve a intentarlo o usa otra manera.',
  'accounts.passkeyUnknown':
    'Esta clave de acceso no se conoce aquí: se ha quitado o su cuenta ya no existe. Usa otra manera.',
  'accounts.codeRefused': 'es incorrecto, antiguo o ya se usó: escribe el que se muestra ahora',
  'accounts.hasTotp': 'Ya se piden códigos de una aplicación: quítala antes.',
  'accounts.noTotp':
    'Los códigos de recuperación sustituyen a una aplicación: configura antes una.',
  'people.wrongAddress': ({ email }) => `«${email}» no es una dirección de correo.`,
  'people.wrongDay': ({ day }) => `«${day}» no es un día como 2027-01-31.`,
  'people.pastDay': ({ day }) => `${day} ya ha pasado.`,
  'people.both': 'Indica un plan o una película, no ambos.',
  'people.untilWhat': 'Hay un final, pero ningún plan ni película que termine entonces.',
  'people.noPlan': ({ plan }) => `No hay ningún plan «${plan}».`,
  'people.unverified': ({ email }) =>
    `La cuenta de ${email} no ha confirmado su dirección, así que puede ser de otra persona. No se ha dado nada.`,
  'people.noFilm': ({ film }) => `No hay ninguna película con el enlace «${film}».`,
  'people.noLines': 'no contiene a nadie: no hay ninguna línea bajo el encabezado',
  'people.noHeading': 'empieza con un encabezado sin columna llamada email',
  'people.tooMany': ({ most }) => `tiene más de ${most} líneas; divídelo`,
  'people.noCsv': 'no es un archivo CSV: guárdalo como «CSV (UTF-8)»',
  'people.reason': 'Importado de un archivo',
  'accounts.linkUsed': 'Este enlace ya se usó: ya hay alguien que lleva el sitio.',
  'accounts.formMissing': 'Indica un correo y una contraseña de 8 caracteres o más.',
  'setup.title': 'La primera persona al mando',
  'setup.wrong': 'Este enlace no sirve',
  'setup.wrongText':
    'No se copió entero, o JWT_SECRETS o PUBLIC_URL han cambiado desde que se mostró. Abra el que el servidor mostró en su último arranque o, en el servidor, cree la primera cuenta con: matinee user add SU-DIRECCIÓN admin.',
  'setup.text':
    'Nadie lleva todavía este sitio. Quien rellene esto será la primera persona al mando.',
  'setup.email': 'Correo electrónico',
  'setup.password': 'Contraseña',
  'setup.rule': '8 caracteres o más.',
  'setup.send': 'Tomar el mando',
  'setup.signIn': 'Iniciar sesión',
  'accounts.noneBy': ({ email }) => `No hay ninguna cuenta ${email}.`,
  'accounts.notAnAddress': 'no es una dirección de correo',
  'accounts.nameMissing': 'no contiene ninguna letra',
  'accounts.notYourPassword': 'no es tu contraseña',
  'accounts.wrongCode': 'es incorrecto o demasiado antiguo; pide otro correo',
  'accounts.tooShort': ({ least }) => `debe tener al menos ${least} caracteres`,
  'accounts.tooLong': ({ most }) => `debe tener como mucho ${most} caracteres`,
  'accounts.onlySpaces': 'no debe tener solo espacios',
  'accounts.guessedFirst': 'está entre las que se adivinan primero, elige otra',
  'accounts.aboutYou': 'no debe ser tu dirección ni el nombre de este sitio',
}
