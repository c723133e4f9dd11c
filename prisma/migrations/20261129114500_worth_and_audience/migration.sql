-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "cancelComment" TEXT,
ADD COLUMN     "cancelFeedback" TEXT,
ADD COLUMN     "cancelReason" TEXT;

-- AlterTable
ALTER TABLE "ViewingReport" ADD COLUMN     "device" TEXT,
ADD COLUMN     "source" TEXT,
ADD COLUMN     "watched" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- CreateTable
CREATE TABLE "WorthChange" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "userId" UUID NOT NULL,
    "currency" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "late" INTEGER NOT NULL,

    CONSTRAINT "WorthChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AudienceDay" (
    "day" DATE NOT NULL,
    "videoId" UUID NOT NULL,
    "viewings" INTEGER NOT NULL,
    "counts" INTEGER[],

    CONSTRAINT "AudienceDay_pkey" PRIMARY KEY ("videoId","day")
);

-- CreateTable
CREATE TABLE "ViewingTally" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "plays" INTEGER NOT NULL,
    "watchedSeconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ViewingTally_pkey" PRIMARY KEY ("day","kind","name")
);

-- CreateIndex
CREATE INDEX "WorthChange_at_currency_kind_amount_late_idx" ON "WorthChange"("at", "currency", "kind", "amount", "late");

-- CreateIndex
CREATE INDEX "WorthChange_userId_currency_at_idx" ON "WorthChange"("userId", "currency", "at");

-- CreateIndex
CREATE INDEX "AudienceDay_day_idx" ON "AudienceDay"("day");

-- CreateIndex
CREATE INDEX "Payment_subscriptionId_idx" ON "Payment"("subscriptionId");

-- CreateIndex
CREATE INDEX "Subscription_createdAt_idx" ON "Subscription"("createdAt");

-- CreateIndex
CREATE INDEX "Subscription_endedAt_idx" ON "Subscription"("endedAt");

-- DropIndex
DROP INDEX "ViewingReport_videoId_idx";

-- CreateIndex
CREATE INDEX "ViewingReport_videoId_receivedAt_idx" ON "ViewingReport"("videoId", "receivedAt");
