-- CreateTable
CREATE TABLE "MailRecord" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "to" TEXT NOT NULL,
    "userId" UUID,
    "subject" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "error" TEXT,

    CONSTRAINT "MailRecord_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "MailRecord_to_id_idx" ON "MailRecord"("to", "id" DESC);

-- CreateIndex
CREATE INDEX "MailRecord_userId_idx" ON "MailRecord"("userId");

-- CreateIndex
CREATE INDEX "MailRecord_at_idx" ON "MailRecord"("at");

ALTER TABLE "MailRecord" ADD CONSTRAINT "MailRecord_outcome" CHECK ("outcome" IN ('sent', 'failed'));
