-- An address is confirmed and a failed payment is told of in the operator's words, too.
ALTER TABLE "MailText" DROP CONSTRAINT "MailText_kind";
ALTER TABLE "MailText" ADD CONSTRAINT "MailText_kind"
  CHECK ("kind" IN ('welcome', 'receipt', 'trialEnding', 'cancelled', 'news', 'verification', 'paymentFailed'));
