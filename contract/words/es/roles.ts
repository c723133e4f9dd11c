import type { roles as english } from '../en/roles.ts'
import type { Translated } from '../speak.ts'

export const roles: Translated<typeof english> = {
  'role.admin': 'Propietario',
  'role.manager': 'Gestor',
  'role.editor': 'Editor',
  'role.support': 'Atención',
  'role.member': 'Espectador',
  'can.admin': 'Puede hacerlo todo.',
  'can.manager': 'Puede hacerlo todo menos cambiar los planes, la moneda y los roles.',
  'can.editor': 'Se ocupa de las películas y de sus precios, y no ve nada de personas ni de pagos.',
  'can.support': 'Se ocupa de las personas y no ve nada de los pagos.',
  'can.member': 'Ve películas y no puede abrir el estudio.',
  invitation: 'Invitación',
  invitedTo: ({ site, role }) => `Te invitan a llevar ${site}. Tu función: ${role}.`,
  choosePassword: ({ email }) => `Elige una contraseña para ${email}.`,
  signInFirst: ({ email }) =>
    `${email} ya tiene una cuenta aquí. Inicia sesión con ella y abre otra vez el enlace del correo.`,
  accept: 'Aceptar',
  accepting: 'Aceptando',
}
