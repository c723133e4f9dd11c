-- CreateIndex
CREATE INDEX "StripeEvent_receivedAt_id_idx" ON "StripeEvent"("receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "MailRecord_to_trgm" ON "MailRecord" USING GIN ("to" gin_trgm_ops);
