-- AlterTable
ALTER TABLE "User" ADD COLUMN     "stripeSyncTicket" BIGINT;

-- AlterTable
ALTER TABLE "Plan" ALTER COLUMN "stripeProductId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "SubscriptionItem" DROP COLUMN "planId";

-- AlterTable
ALTER TABLE "StripeEvent" DROP COLUMN "customerId",
ADD COLUMN     "subject" TEXT;

-- AlterTable
ALTER TABLE "CheckoutSession" ADD COLUMN     "terms" TEXT NOT NULL;

-- CreateIndex
CREATE INDEX "StripeEvent_subject_status_idx" ON "StripeEvent"("subject", "status");

-- The order in which fetches of a customer began, whatever the clocks of several machines say.
CREATE SEQUENCE "StripeSyncTicket";
