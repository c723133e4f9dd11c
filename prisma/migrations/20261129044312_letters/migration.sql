-- CreateTable
CREATE TABLE "MailText" (
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailText_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "Letter" (
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "begunAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "retryAt" TIMESTAMPTZ(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("userId","kind","about")
);

-- CreateTable
CREATE TABLE "BouncedAddress" (
    "email" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BouncedAddress_pkey" PRIMARY KEY ("email")
);

-- CreateIndex
CREATE INDEX "Letter_begunAt_idx" ON "Letter"("begunAt");

-- CreateIndex
CREATE INDEX "BouncedAddress_at_idx" ON "BouncedAddress"("at");

-- CreateIndex
CREATE INDEX "User_emailVerifiedAt_idx" ON "User"("emailVerifiedAt");

-- CreateIndex
CREATE INDEX "Subscription_trialEnd_idx" ON "Subscription"("trialEnd");

-- CreateIndex
CREATE INDEX "Subscription_canceledAt_idx" ON "Subscription"("canceledAt");

-- AddForeignKey
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "MailText" ADD CONSTRAINT "MailText_kind" CHECK ("kind" IN ('welcome', 'receipt', 'trialEnding', 'cancelled', 'news'));
ALTER TABLE "Letter" ADD CONSTRAINT "Letter_kind" CHECK ("kind" IN ('welcome', 'receipt', 'trialEnding', 'cancelled', 'news'));

ALTER TABLE "MailRecord" DROP CONSTRAINT "MailRecord_outcome";
ALTER TABLE "MailRecord" ADD CONSTRAINT "MailRecord_outcome" CHECK ("outcome" IN ('sent', 'failed', 'bounced'));
