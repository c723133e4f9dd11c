-- AlterTable
ALTER TABLE "Payment" ADD COLUMN     "paidAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Payment_paidAt_idx" ON "Payment"("paidAt");
