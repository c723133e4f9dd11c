import type { embed as english } from '../en/embed.ts'
import type { Translated } from '../speak.ts'

export const embed: Translated<typeof english> = {
  missing: 'Esta película no está aquí. Puede que se haya retirado.',
  unavailable: 'La película no se puede mostrar ahora. Recarga la página en un momento.',
  needsScript: 'Las películas necesitan JavaScript. Actívalo y recarga.',
  title: 'Ver en otro sitio',
  handingOver: 'Continuando',
  failed: 'No se ha podido pasar la película',
  askHeading: ({ site }) => `¿Ver en ${site}?`,
  askText: ({ site, title }) =>
    `${site} podrá reproducir «${title}» con tu cuenta hasta que cierres sesión aquí, doce horas como máximo. No sabrá nada más de ti.`,
  askYes: ({ site }) => `Ver en ${site}`,
  readyHeading: 'La película sigue en la página de la que vienes',
  readyText: 'Puedes cerrar esta pestaña.',
  backText:
    'Vuelve a la página de la que vienes. Si sigue esperando, pulsa otra vez «Iniciar sesión».',
  payHeading: ({ title }) => `Has iniciado sesión. ¿Cómo quieres ver «${title}»?`,
  payText: 'Cuando hayas pagado, la película seguirá sola en la página de la que vienes.',
  watchHere: 'Verla aquí',
  share: 'Compartir e insertar',
  link: 'Enlace',
  code: 'Código para otros sitios',
  copy: 'Copiar',
  copied: 'Copiado',
  copyFailed: 'Selecciona el texto y cópialo.',
  allowedNone: 'Ningún otro sitio puede mostrar películas todavía.',
  allowed: ({ sites }) => `Estos sitios pueden mostrar películas: ${sites}.`,
  allowedAll: 'Cualquier sitio puede mostrar películas.',
  change: 'Cambiar los sitios',
  notPublished: 'Se verá cuando la película esté publicada.',
  sites: 'Sitios que pueden mostrar películas',
  sitesHint:
    'Uno por línea, como https://blog.example o https://*.blog.example. Una línea con solo * se lo permite a todos; si queda vacío, solo a este sitio.',
  sitesWrong: ({ line }) =>
    `«${line}» no es la dirección de un sitio. Escríbela como https://blog.example`,
}
