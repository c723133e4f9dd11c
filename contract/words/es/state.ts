import type { state as english } from '../en/state.ts'
import type { Translated } from '../speak.ts'

export const state: Translated<typeof english> = {
  state: 'Estado',
  lead: 'Lo que va solo y lo que te necesita.',
  failed: 'No se ha podido cargar el estado.',
  bucket: 'Bucket',
  'bucket.fine': 'Es de este sitio y se limpia.',
  'bucket.unclaimed': 'Todavía no es de nadie: el próximo arranque lo hace de este sitio.',
  'bucket.unreachable': 'Ahora no se puede llegar a él, así que no se limpia nada.',
  proxy: 'Proxy',
  'proxy.fine': 'Los espectadores se distinguen por sus direcciones.',
  walk: 'Recorrido anual del bucket',
  'walk.none': ({ date }) => `El próximo empieza un año después del ${date}.`,
  'walk.going': ({ count }, forms) =>
    forms.plural(count, {
      one: 'En curso: 1 archivo que no es de nada se llevó a trash/.',
      other: `En curso: ${forms.number(count)} archivos que no son de nada se llevaron a trash/.`,
    }),
  'walk.moved': ({ count, date }, forms) =>
    forms.plural(count, {
      one: `El último terminó el ${date}: 1 archivo que no era de nada se llevó a trash/.`,
      other: `El último terminó el ${date}: ${forms.number(count)} archivos que no eran de nada se llevaron a trash/.`,
    }),
  jobs: 'Trabajos que fallan',
  waiting: ({ count }, forms) =>
    forms.plural(count, {
      one: '1 trabajo espera su turno.',
      other: `${forms.number(count)} trabajos esperan su turno.`,
    }),
  noJobs: 'Nada falla.',
  'job.transcode-plan': 'Examinar una película subida',
  'job.transcode-piece': 'Codificar un trozo de una película',
  'job.transcode-sweep': 'Quitar una codificación que nadie reproduce',
  'job.transcode-film-sweep': 'Quitar lo que una película borrada dejó en el bucket',
  'job.transcode-object-sweep': 'Quitar un cartel o unos subtítulos sustituidos',
  'job.transcode-captions': 'Leer subtítulos',
  'job.upload-abort': 'Quitar lo que una subida abandonada dejó en el bucket',
  failures: ({ count, time }, forms) =>
    forms.plural(count, {
      one: `Ha fallado una vez desde ${time}.`,
      other: `Ha fallado ${forms.number(count)} veces desde ${time}.`,
    }),
  next: ({ time }) => `Nuevo intento: ${time}.`,
  running: 'Intentándolo ahora',
  given: 'Abandonado',
  again: 'Se volverá a intentar',
  retry: 'Volver a intentarlo ahora',
  retrying: 'Intentando',
  fine: 'Bien',
  wrong: 'Por hacer',
}
