-- AlterTable
ALTER TABLE "User" ADD COLUMN     "paymentFailureMailBy" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "collectionPaused" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "ReconcileRun" ADD COLUMN     "aliveAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
