import type { mails as english } from '../../en/server/mails.ts'
import type { Translated } from '../../speak.ts'

export const mails: Translated<typeof english> = {
  'mails.noServer': 'No hay servidor de correo: configura SMTP_URL.',
  'mails.greeting': ({ name }) => `Hola, ${name}:`,
  'mails.welcome.subject': 'Tu cuenta de {siteName} está lista',
  'mails.welcome.text': `Tu dirección está confirmada y tu cuenta de {siteName} está lista.

Aquí están las películas:
{link}
`,
  'mails.receipt.subject': 'Tu recibo de {siteName}',
  'mails.receipt.text': `Gracias. El {date} pagaste {amount} por {what}.

Aquí está tu recibo:
{link}
`,
  'mails.trialEnding.itsPrice': 'su precio',
  'mails.trialEnding.subject': 'Tu prueba termina el {date}',
  'mails.trialEnding.text': `Tu prueba de {plan} en {siteName} termina el {date}. Después tu plan sigue y se cobra {price}.

Si no quieres eso, cancela antes:
{link}
`,
  'mails.cancelled.subject': 'Tu plan está cancelado',
  'mails.cancelled.text': `Tu plan {plan} de {siteName} está cancelado y termina el {date}. No se te cobrará nada más.

Si cambias de idea, lo encuentras aquí:
{link}
`,
  'mails.news.subject': 'Nueva: {film}',
  'mails.news.text': `{film} es nueva en {siteName}.

{description}

Mírala aquí:
{link}
`,
  'mails.unsubscribe': ({
    url,
  }) => `Recibes esto porque pediste correos sobre películas nuevas. Para no recibir más, abre este enlace:
${url}
`,
  'mails.placeholderUnknown': ({ braces, all }) =>
    `contiene ${braces}, que no se sustituye por nada; hay ${all}`,
  'mails.placeholderMissing': ({ braces }) => `debe contener ${braces}`,
  'mails.braceOpen': 'tiene una llave que no se cierra o no se abre',
  'unsubscribe.title': ({ siteName }) => `Correos de ${siteName}`,
  'unsubscribe.ask': '¿No quieres más correos sobre películas nuevas?',
  'unsubscribe.press': 'No más correos sobre películas nuevas',
  'unsubscribe.done':
    'Ya no recibirás correos sobre películas nuevas. Los recibos y lo que afecta a tu cuenta siguen llegando.',
  'unsubscribe.broken':
    'Este enlace está incompleto. Usa el enlace entero del correo o tus ajustes.',
  'unsubscribe.settings': 'Tus ajustes',
  'mails.verification.subject': '{code} confirma tu dirección',
  'mails.verification.text': `Te damos la bienvenida a {siteName}.

Confirma que esta dirección es tuya: escribe {code} en la página de tu cuenta o abre este enlace en el plazo de un día:
{link}

Puedes ver películas antes de hacerlo. Si no has abierto ninguna cuenta, no hagas nada.
`,

  'mails.signIn.subject': ({ siteName }) => `Entrar en ${siteName}`,
  'mails.signIn.text': ({
    publicUrl,
    token,
    minutes,
  }) => `Abre este enlace en los próximos ${minutes} minutos para iniciar sesión. Sirve una vez:
${publicUrl}/sign-in-link#token=${token}

Si no lo has pedido, no hagas nada.
`,
  'mails.invitation.subject': ({ siteName }) => `Ayuda a llevar ${siteName}`,
  'mails.invitation.text': ({
    siteName,
    publicUrl,
    token,
    role,
    days,
  }) => `Te invitan a llevar ${siteName}. Tu función: ${{ admin: 'propietario, puedes hacerlo todo', manager: 'gestor, puedes hacerlo todo menos cambiar los planes, la moneda y los roles', editor: 'editor, te ocupas de las películas', support: 'atención, te ocupas de las personas' }[role]}.

Abre este enlace en los próximos ${days} días. Sirve una vez:
${publicUrl}/invitation#token=${token}

Si no sabes nada de esto, no hagas nada.
`,
  'mails.newDevice.subject': 'Un dispositivo nuevo ha iniciado sesión',
  'mails.newDevice.unknown': 'Un dispositivo que no podemos nombrar',
  'mails.newDevice.text': ({
    device,
    siteName,
    publicUrl,
  }) => `${device} ha iniciado sesión en tu cuenta de ${siteName}.

Si fuiste tú, no hay nada que hacer. Si no, cambia ya tu contraseña; eso cierra su sesión:
${publicUrl}/account
`,
  'mails.reuse.subject': 'Se ha cerrado la sesión de un dispositivo tuyo',
  'mails.reuse.text': ({
    siteName,
    publicUrl,
  }) => `Una sesión de tu cuenta de ${siteName} se usó desde dos sitios a la vez, como pasa cuando se ha copiado. Se han cerrado las dos.

Inicia sesión otra vez, mira tus dispositivos y cambia tu contraseña si no conoces alguno:
${publicUrl}/account
`,
  'mails.reset.subject': 'Elige una contraseña nueva',
  'mails.reset.text': ({
    publicUrl,
    token,
    minutes,
  }) => `Alguien, seguramente tú, ha pedido una contraseña nueva.

Elígela aquí, en los próximos ${minutes} minutos:
${publicUrl}/reset-password#token=${token}

Si no fuiste tú, no hagas nada: tu contraseña queda como está.
`,
  'mails.passwordChanged.subject': 'Tu contraseña ha cambiado',
  'mails.passwordChanged.text': ({
    siteName,
  }) => `La contraseña de tu cuenta de ${siteName} ha cambiado y se ha cerrado la sesión en tus otros dispositivos.

Si no fuiste tú, elige otra enseguida: usa «¿Has olvidado tu contraseña?» en la página de inicio de sesión.
`,
  'mails.newAddress.subject': 'Confirma tu dirección nueva',
  'mails.newAddress.text': ({
    siteName,
    publicUrl,
    token,
  }) => `Abre este enlace en el plazo de un día y esta será la dirección de tu cuenta de ${siteName}:
${publicUrl}/confirm-email#token=${token}

Si no lo has pedido, no hagas nada.
`,
  'mails.addressTaken.subject': 'Ya tienes una cuenta',
  'mails.addressTaken.text': ({
    siteName,
  }) => `Alguien, seguramente tú, quería usar esta dirección para otra cuenta de ${siteName}. Ya tiene una, así que nada ha cambiado.
`,
  'mails.addressChanged.subject': 'Tu dirección ha cambiado',
  'mails.addressChanged.text': ({
    siteName,
    email,
  }) => `La dirección de tu cuenta de ${siteName} es ahora ${email}.

Si no la cambiaste tú, escríbenos enseguida.
`,
  'mails.deletion.subject': 'Tu cuenta se eliminará',
  'mails.deletion.text': ({
    siteName,
    publicUrl,
    day,
  }) => `Tu cuenta de ${siteName} se eliminará el ${day}. No se te cobrará nada más.

Si cambias de idea, inicia sesión antes y se queda: ${publicUrl}/sign-in
`,
  'mails.paymentFailed.subject': 'Tu pago no se ha realizado',
  'mails.paymentFailed.text': `No hemos podido cobrar el pago de tu plan. {meanwhile}

Cambia aquí de tarjeta y todo seguirá como antes:
{link}
{confirm}
Si ya has cambiado de tarjeta, no hay nada que hacer: el pago se intentará de nuevo.
`,
  'mails.paymentFailed.meanwhile': ({ until }) =>
    until === null
      ? 'Hasta que se pague, las películas de tu plan no se ven.'
      : `Las películas se siguen viendo hasta el ${until}.`,
  'mails.paymentFailed.confirm': ({ confirmUrl }) => `
Si tu banco quiere que confirmes el pago, hazlo aquí; nadie puede hacerlo por ti:
${confirmUrl}
`,
  'mails.confirmationNeeded.subject': 'Confirma tu pago',
  'mails.confirmationNeeded.text': `Tu banco te pide que confirmes el pago de tu plan; nadie puede hacerlo por ti. {meanwhile}

Confírmalo aquí:
{link}

Tu plan y tu tarjeta están aquí: {account}
`,
}
