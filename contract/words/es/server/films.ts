import type { films as english } from '../../en/server/films.ts'
import type { Translated } from '../../speak.ts'

export const films: Translated<typeof english> = {
  'films.noCaptions': 'Esta película no tiene esos subtítulos.',
  'films.oneCurrency': 'Alquila y vende cada película en una sola moneda.',
  'films.lateChapter': 'Este capítulo empieza después del final de la película.',
  'films.notPlayable':
    'Esta película todavía no se puede reproducir. Sube su archivo y espera a que esté lista.',
  'films.addressTaken': 'Otra película tiene esta dirección. Elige otra.',
  'films.paidFor':
    'Se ha pagado por esta película, así que no se puede borrar. Archívala: ya no se ofrece, y quienes la compraron la conservan.',
  'films.notEncoded': 'Esta película todavía no se ha preparado.',
  'films.notEncoding': 'Esta película no se está preparando.',
  'films.noFile': 'Esta película no tiene archivo todavía. Sube uno primero.',
  'films.timePassed': 'Ese momento ya ha pasado. Elige uno futuro o publica la película ahora.',
  'films.nowOrLater': 'Publica la película ahora o en un momento, no ambas cosas.',
  'films.onShow': 'Esta película ya se muestra. Retírala y elige después cuándo se mostrará.',
  'films.inArchive': 'Esta película está en el archivo. Sácala primero de ahí.',
  'films.stale': 'Otra persona ha cambiado esta película desde que la abriste.',
  'previews.gone': 'Este enlace ha caducado o se ha retirado. Pide uno nuevo.',
  'previews.taken': 'Este enlace era para una sola persona y otra lo ha abierto. Pide uno nuevo.',
  'previews.tooMany': ({ most }) =>
    `Esta película tiene ${most} enlaces de preestreno abiertos. Cierra antes uno.`,
  'films.copyOf': ({ title }) => `${title} (copia)`,
  'bulk.tooManyNames': ({ most }) => `Una película admite ${most}. Quita antes algunos.`,
  'bulk.failed': 'Ahora no se ha podido hacer. Inténtalo de nuevo.',
  'collections.isSeries':
    'En una serie cada película tiene su sitio. Ordénala en su propia página.',
  'collections.eitherSold': 'Nombra las películas de un lote o la colección que vende.',
  'collections.sold':
    'Se vende entera. Retira primero el lote de la venta; si alguien la ha comprado, se queda.',
  'collections.full': ({ most }) => `Una colección admite ${most} películas. Saca antes algunas.`,
  'collections.addressTaken': 'Otra colección tiene esta dirección. Elige otra.',
  'collections.twice': 'Esta película ya está en la lista. Nómbrala una sola vez.',
  'collections.inItself': 'Una colección no puede estar en sí misma. Indica películas.',
  'collections.inAnother':
    'Una colección no puede estar en otra. Indica las películas que contiene.',
  'collections.noSeries':
    'Solo una serie tiene temporadas, tráileres y extras. Conviértela primero en serie.',
  'collections.seriesVideoIds':
    'Las películas de una serie están en sus temporadas. Indícalas allí.',
  'collections.seasonTwice': 'Ya hay una temporada con este número. Elige otro.',
  'collections.tooMany': ({ most }) =>
    `Una colección tiene como mucho ${most} películas. Quita antes algunas.`,
  'collections.stale':
    'Otra persona ha cambiado esta colección desde que la abriste. No se ha guardado nada; mira cómo está ahora.',
  'front.heroMissing': 'Elige la película que encabeza la página.',
  'front.rowMissing': ({ row }) => `Indica qué muestra la fila ${row}.`,
  'front.rowTwice': ({ row }) => `La fila ${row} ya está en la página.`,
  'front.stale':
    'Otra persona ha cambiado la portada desde que la abriste. No se ha guardado nada; mira cómo está ahora.',

  'embed.notListed': ({ origin }) =>
    `Las páginas de ${origin} no pueden reproducir películas con las cuentas de los espectadores. Quien lleva el sitio puede añadirlo en los ajustes del estudio.`,
  'watchlist.full': ({ most }) => `Tu lista admite ${most} películas. Quita antes una.`,
  'films.cursor': 'cursor: usa el nextCursor de la página anterior o déjalo fuera.',
  'films.cursorField': 'no es uno de los nuestros',
  'films.over': 'La película termina antes de este segmento.',
  'films.tooFast':
    'La película se descarga mucho más deprisa de lo que se reproduce. Espera un momento y continúa.',
  'films.noRendition': 'Esta película no existe en esa versión.',
  'numbers.beforeFrom': 'no debe ser anterior a from',
  'numbers.tooManyDays': ({ most }) => `debe ser como mucho ${most} días después de from`,
}
