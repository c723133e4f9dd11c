import type { sale as english } from '../en/sale.ts'
import type { Translated } from '../speak.ts'

export const sale: Translated<typeof english> = {
  plans: 'Planes',
  plansFailed: 'No se han cargado los planes',
  loadingPlans: 'Cargando los planes',
  noPlans: 'Todavía no hay planes. Con un plan se paga al mes o al año.',
  newPlan: 'Plan nuevo',
  makePlan: 'Crear el plan',
  making: 'Creando el plan',
  change: 'Cambiar',
  cancel: 'Cancelar',
  archived: 'Ya no se vende',
  archive: 'Dejar de vender',
  archiving: 'Retirando',
  archiveText: ({ count }, forms) =>
    count === 0
      ? 'Nadie tiene este plan.'
      : forms.plural(count, {
          one: 'Una persona tiene este plan. Lo mantiene y sigue pagando.',
          other: `${count} personas tienen este plan. Lo mantienen y siguen pagando.`,
        }),
  revive: 'Volver a vender',
  reviving: 'Poniéndolo a la venta',
  moveUp: ({ name }) => `Subir ${name}`,
  moveDown: ({ name }) => `Bajar ${name}`,
  up: 'Subir',
  down: 'Bajar',
  moving: 'Moviendo',
  name: 'Nombre',
  nameMissing: 'Ponle un nombre al plan.',
  description: 'Descripción',
  descriptionHint: 'Una frase que se muestra con el precio. Puede quedar vacía.',
  maxStreams: 'Dispositivos a la vez',
  trialDays: 'Prueba gratis, en días',
  trialHint: '0 para ninguna.',
  wrongNumber: ({ least, most }) => `Usa un número entero de ${least} a ${most}.`,
  perMonth: ({ currency }) => `Precio al mes, en ${currency}`,
  perYear: ({ currency }) => `Precio al año, en ${currency}`,
  priceHint: 'Como 9.99. Déjalo vacío para ninguno.',
  wrongAmount: 'Usa un importe como 9.99.',
  wrongCurrency: 'No se pueden cobrar tarjetas en esta moneda. Elige otra.',
  addCurrency: 'Vender también en',
  addCurrencyNone: 'Ninguna otra moneda',
  priceMissing: 'Pon un precio al mes o al año.',
  priceLeast: ({ amount }) => `El precio más bajo que cobra Stripe es ${amount}.`,
  priceMost: ({ amount }) => `El precio más alto que cobra Stripe es ${amount}.`,
  priceStep: ({ amount }) => `Usa pasos de ${amount}.`,
  affected: ({ count, price }, forms) =>
    forms.plural(count, {
      one: `Una persona paga ahora ${price}.`,
      other: `${count} personas pagan ahora ${price}.`,
    }),
  affectedLegend: '¿Quién paga el precio que has cambiado?',
  keep: 'Mantienen su precio. Solo los nuevos pagan el nuevo.',
  move: 'Pagan el precio nuevo desde su próximo periodo. Antes no se cobra nada.',
  moveNote: 'Avísales antes: en muchos países hay que anunciar un precio más alto.',
  codes: 'Códigos promocionales',
  codesNone: 'No hay ninguno. Con un código se paga menos en la página de pago.',
  codesFailed: 'No se han cargado los códigos promocionales',
  codeNew: 'Código promocional nuevo',
  code: 'Código',
  codeHint: 'Lo que se escribe en la página de pago, como SUMMER25.',
  codeWrong: 'Usa de 3 a 40 letras, cifras y guiones.',
  codeTakesOff: 'Descuenta',
  codeKind: 'Porcentaje o importe',
  codePercent: 'Por ciento',
  codeAmount: 'Una cantidad de dinero',
  wrongPercent: 'Usa un número de 1 a 100.',
  codeDuration: 'De un plan rebaja',
  'code.once': 'el primer pago',
  'code.repeating': 'los pagos de algunos meses',
  'code.forever': 'todos los pagos',
  codeHowManyMonths: 'Cuántos meses',
  codeMaxUses: 'Cuántas veces se puede usar',
  codeMaxUsesHint: 'Déjalo vacío para no poner límite.',
  codeMake: 'Crear el código',
  codeMaking: 'Creando el código',
  codeOff: 'Desactivado',
  codeSwitchOff: 'Desactivar',
  codeSwitchOn: 'Activar',
  codeWorth: ({ worth }) => `${worth} menos`,
  codeMonths: ({ count }, forms) =>
    forms.plural(count, { one: 'pagos de un mes', other: `pagos de ${count} meses` }),
  codeUses: ({ count, most }, forms) =>
    most === null
      ? forms.plural(count, { one: 'usado una vez', other: `usado ${count} veces` })
      : `usado ${count} de ${most} veces`,
  codeUntil: ({ date }) => `hasta el ${date}`,
  bundles: 'Lotes',
  bundlesNone: 'No hay ninguno. Con un lote se compran varias películas de una vez.',
  bundlesFailed: 'No se han cargado los lotes',
  bundleNew: 'Lote nuevo',
  bundleFilms: 'Películas del lote',
  bundleTooFew: 'Elige dos películas o más.',
  bundlePrice: 'Precio',
  bundleMake: 'Crear el lote',
  bundleMaking: 'Creando el lote',
  devices: ({ count }, forms) =>
    forms.plural(count, { one: '1 dispositivo', other: `${count} dispositivos` }),
  trial: ({ count }, forms) =>
    forms.plural(count, { one: '1 día gratis', other: `${count} días gratis` }),
  subscribers: ({ count }, forms) =>
    forms.plural(count, { one: '1 suscriptor', other: `${count} suscriptores` }),
  videos: ({ count }, forms) =>
    forms.plural(count, { one: '1 película', other: `${count} películas` }),
  oldPrice: ({ count, price }, forms) =>
    forms.plural(count, {
      one: `${price}, ya no se ofrece: 1 persona lo paga`,
      other: `${price}, ya no se ofrece: ${count} personas lo pagan`,
    }),
  movingPrice: ({ count, price }, forms) =>
    forms.plural(count, {
      one: `${price}: 1 persona lo paga todavía hasta que acabe su periodo`,
      other: `${price}: ${count} personas lo pagan todavía hasta que acabe su periodo`,
    }),
}
