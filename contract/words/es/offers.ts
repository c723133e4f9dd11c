import type { offers as english } from '../en/offers.ts'
import type { Translated } from '../speak.ts'

export const offers: Translated<typeof english> = {
  'every.day': 'al día',
  'every.week': 'a la semana',
  'every.month': 'al mes',
  'every.year': 'al año',
  everyOther: ({ interval }) => `por ${interval}`,
  'interval.day': 'Diario',
  'interval.week': 'Semanal',
  'interval.month': 'Mensual',
  'interval.year': 'Anual',
  price: ({ amount, per }) => `${amount} ${per}`,
  planFor: ({ name, price }) => `${name}, ${price}`,
  switchTo: ({ name }) => `Cambiar a ${name}`,
  rent: 'Alquilar',
  buy: 'Comprar',
  rentFor: ({ amount }) => `Alquilar por ${amount}`,
  buyFor: ({ amount }) => `Comprar por ${amount}`,
  rental: ({ startDays, watchHours }, forms) =>
    `Tienes ${forms.plural(startDays, { one: '1 día', other: `${startDays} días` })} para empezarla y, desde entonces, ${forms.plural(watchHours, { one: '1 hora', other: `${watchHours} horas` })} para terminarla.`,
  bundle: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Una película, para siempre',
      other: `${count} películas juntas, para siempre`,
    }),
  bundleFollows: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Una película por ahora y todas las que vengan, para siempre',
      other: `${count} películas por ahora y todas las que vengan, para siempre`,
    }),
  bundleFor: ({ title, amount }) => `${title} por ${amount}`,
  forGood: 'Mírala tantas veces como quieras.',
  trial: ({ days }, forms) =>
    forms.plural(days, {
      one: 'El primer día, gratis',
      other: `Los primeros ${days} días, gratis`,
    }),
  trialThen: ({ days }, forms) =>
    forms.plural(days, {
      one: 'El primer día, gratis; después',
      other: `Los primeros ${days} días, gratis; después`,
    }),
  billingPage: 'Abrir la página de pagos',
  billingPageMore: 'Allí puedes pagar o cambiar de tarjeta.',
  payAgain: 'Pagar de nuevo',
  payAgainMore: 'Tu plan empieza de nuevo y las películas se ven al momento.',
  updateCard: 'Cambiar de tarjeta',
  devices: ({ count }, forms) =>
    forms.plural(count, {
      one: 'Un dispositivo a la vez',
      other: `${count} dispositivos a la vez`,
    }),
}
