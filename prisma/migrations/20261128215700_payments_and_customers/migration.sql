-- AlterTable
ALTER TABLE "User" ADD COLUMN "billingRefreshedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Plan" ADD COLUMN     "otherProductIds" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "confirmUrl" TEXT,
ADD COLUMN     "customerId" TEXT,
ADD COLUMN     "nextAmount" INTEGER;

-- AlterTable
ALTER TABLE "Price" ADD COLUMN     "named" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "customerId" TEXT;

-- CreateTable
CREATE TABLE "StripeCustomer" (
    "id" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "syncTicket" BIGINT,
    "syncedAt" TIMESTAMPTZ(3),
    "goneAt" TIMESTAMPTZ(3),

    CONSTRAINT "StripeCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" TEXT NOT NULL,
    "userId" UUID,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "description" TEXT,
    "subscriptionId" TEXT,
    "invoiceId" TEXT,
    "purchaseId" TEXT,
    "paymentIntentId" TEXT,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "tax" INTEGER,
    "fee" INTEGER,
    "amountRefunded" INTEGER NOT NULL DEFAULT 0,
    "dispute" TEXT,
    "receiptUrl" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StripeCustomer_userId_idx" ON "StripeCustomer"("userId");

-- CreateIndex
CREATE INDEX "StripeCustomer_syncedAt_idx" ON "StripeCustomer"("syncedAt");

-- CreateIndex
CREATE INDEX "Payment_userId_at_idx" ON "Payment"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "Payment_customerId_idx" ON "Payment"("customerId");

-- CreateIndex
CREATE INDEX "Payment_at_id_idx" ON "Payment"("at" DESC, "id");

-- AddForeignKey
ALTER TABLE "StripeCustomer" ADD CONSTRAINT "StripeCustomer_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- The customers that are known, with all that was bought through them.
INSERT INTO "StripeCustomer" ("id", "userId", "syncTicket", "syncedAt")
SELECT "stripeCustomerId", "id", "stripeSyncTicket", "stripeSyncedAt" FROM "User" WHERE "stripeCustomerId" IS NOT NULL;
UPDATE "Subscription" s SET "customerId" = u."stripeCustomerId" FROM "User" u WHERE u."id" = s."userId";
UPDATE "Purchase" p SET "customerId" = u."stripeCustomerId" FROM "User" u WHERE u."id" = p."userId";
DROP TRIGGER "User_tells_playback" ON "User";
ALTER TABLE "User" DROP COLUMN "stripeSyncTicket", DROP COLUMN "stripeSyncedAt";
CREATE TRIGGER "User_tells_playback" AFTER UPDATE OF "disabledAt", "role" ON "User"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'id');
CREATE TRIGGER "StripeCustomer_tells_playback" AFTER UPDATE OF "syncedAt" ON "StripeCustomer"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'userId');

-- AddCheck
ALTER TABLE "Payment" ADD CONSTRAINT "Payment_kind" CHECK ("kind" IN ('plan', 'rent', 'buy', 'other')),
  ADD CONSTRAINT "Payment_status" CHECK ("status" IN ('succeeded', 'pending', 'failed')),
  ADD CONSTRAINT "Payment_dispute" CHECK ("dispute" IN ('disputed', 'lost', 'won')),
  ADD CONSTRAINT "Payment_amounts" CHECK ("amount" >= 0 AND "amountRefunded" >= 0);
ALTER TABLE "Subscription" DROP CONSTRAINT "Subscription_suspended";
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_suspended"
  CHECK ("suspended" IN ('payment_pending', 'collection_paused', 'refunded', 'disputed'));

-- Who owes is looked for every few minutes.
CREATE INDEX "Subscription_owed" ON "Subscription" ("userId", "pastDueSince") WHERE "pastDueSince" IS NOT NULL;
