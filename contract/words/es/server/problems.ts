import type { problems as english } from '../../en/server/problems.ts'
import type { Translated } from '../../speak.ts'

export const problems: Translated<typeof english> = {
  // The page of a browser without a network.
  'offline.title': 'Sin conexión',
  'offline.text': 'No se ha podido cargar esta página. Se podrá en cuanto vuelva la conexión.',
  'offline.again': 'Volver a intentarlo',

  'problems.400': 'Petición incorrecta',
  'problems.401': 'Sin iniciar sesión',
  'problems.402': 'Se requiere un pago',
  'problems.403': 'No permitido',
  'problems.404': 'No encontrado',
  'problems.409': 'Conflicto',
  'problems.410': 'Ya no está',
  'problems.413': 'Demasiado grande',
  'problems.415': 'Tipo de archivo no admitido',
  'problems.429': 'Demasiadas peticiones',
  'problems.500': 'Error del servidor',
  'problems.502': 'Error de otro servicio',
  'problems.503': 'No disponible',
  'problems.field': ({ field, message }) => `${field}: ${message.replace(/\.$/, '')}.`,
  'problems.wrongForm': 'no tiene la forma correcta',
  'problems.unknownField': 'no se conoce aquí',
  'problems.missing': 'falta',
  'problems.nul': 'no debe contener el carácter NUL',
  'problems.tooDeep': 'está anidado demasiado hondo',
  'proxy.unheeded': ({ range }) =>
    `${range} envía X-Forwarded-For, que no cuenta porque TRUSTED_PROXIES no lo nombra. Si es tu proxy, todos los espectadores comparten ahora un límite: pon TRUSTED_PROXIES=${range}, o el rango del que vienen sus direcciones.`,
  'none.job': 'Este trabajo está hecho o ya no se recuerda.',
  'bucket.another':
    'El bucket pertenece a otra instalación de Matinee, así que nunca se limpia nada en él. Dale a esta un bucket o un S3_PREFIX propio; o, si nadie más lo usa, ejecuta `matinee bucket take`.',
  'bucket.ahead':
    'El bucket ha visto un estado posterior al de esta base de datos, como tras restaurar una copia antigua, así que no se limpia nada en él: puede contener películas que la base no conoce. Restaura la copia más reciente; o, si esta es la que vale, ejecuta `matinee bucket take`.',
  'bucket.copy':
    'Esta base de datos es una copia de aquella a la que pertenece el bucket, como tras restaurar una copia de seguridad, así que no se limpia nada en él: puede contener películas que solo conoce la otra. Si esta ha ocupado su lugar, ejecuta `matinee bucket take`; si no, dale un bucket o un S3_PREFIX propio.',
  'explain.counts': 'cuenta ahora',
  'explain.subscription': ({ planId, status }) =>
    `suscripción ${planId ?? 'sin plan conocido'}, ${status}`,
  'none.account': 'Esa cuenta no existe.',
  'none.note': 'No existe esa nota.',
  'none.collection': 'Esa colección no existe.',
  'none.passkey': 'Esa clave de acceso no existe.',
  'none.invitation': 'Esa invitación no existe o ya no está abierta.',
  'none.device': 'Ese dispositivo no existe.',
  'none.event': 'No hay ningún evento así que tratar.',
  'none.bundle': 'Ese lote no existe.',
  'none.film': 'Esa película no existe.',
  'none.payment': 'Ese pago no existe.',
  'none.plan': 'Ese plan no existe.',
  'none.stream': 'Esa reproducción no existe.',
  'none.upload': 'Esa subida no existe.',
}
