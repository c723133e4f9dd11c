import type { stripe as english } from '../../en/server/stripe.ts'
import type { Translated } from '../../speak.ts'

export const stripe: Translated<typeof english> = {
  'stripe.refused':
    'Le service de paiement a refusé. Veuillez le dire aux responsables de ce site.',
  'stripe.confirm':
    'Votre banque veut que vous confirmiez ce paiement, rien n’a donc encore changé. Confirmez-le sur la page de votre compte, ou utilisez une autre carte.',
  'stripe.gone': 'Cela n’existe plus chez le service de paiement. Rechargez la page et réessayez.',
  'stripe.otherState':
    'Ce paiement a changé entre-temps. Rechargez la page et regardez-le de nouveau.',
  'stripe.email':
    'Le service de paiement n’accepte pas cette adresse e-mail. Utilisez-en une autre.',
  'stripe.taxNumber': 'Ce numéro fiscal n’est pas valable. Vérifiez-le et réessayez.',
  'stripe.address':
    'Le service de paiement n’accepte pas cette adresse. Vérifiez-la, ou écrivez-la autrement.',
  'stripe.code': 'Ce code ne peut plus servir. Retirez-le, ou utilisez-en un autre.',
  'stripe.price': 'Ce prix n’est plus proposé. Rechargez la page et choisissez de nouveau.',
  'stripe.currencies':
    'Vous payez déjà dans une autre devise, et le prestataire de paiement n’en admet qu’une à la fois. Choisissez celle-là, ou mettez d’abord fin à ce qui court dans cette devise.',
  'stripe.tooManyPlans':
    'Il y a déjà trop d’abonnements. Veuillez écrire aux responsables de ce site.',
  'stripe.amount':
    'Ce montant ne peut pas être débité dans cette devise. Veuillez le dire aux responsables de ce site.',
  'stripe.refunded': 'Ce paiement a déjà été remboursé.',
  'stripe.disputed': 'La banque a déjà redemandé ce paiement, il ne peut donc pas être remboursé.',
  'stripe.notRefundable': 'Ce paiement ne peut pas être remboursé.',
  'stripe.balance':
    'Il n’y a pas assez d’argent sur le compte Stripe pour ce remboursement. Réessayez après les prochains paiements.',
  'stripe.noMoney': 'Il n’y a pas assez d’argent pour ce paiement.',
  'stripe.busy': 'Le service de paiement est occupé. Réessayez dans un instant.',
}
