-- AlterTable
ALTER TABLE "User" ADD COLUMN     "paymentFailureToldOf" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "ReconcileRun" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "finishedAt" TIMESTAMPTZ(3),
    "eventsFound" INTEGER NOT NULL DEFAULT 0,
    "customersChecked" INTEGER NOT NULL DEFAULT 0,
    "customersDrifted" INTEGER NOT NULL DEFAULT 0,
    "customersFailed" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReconcileRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ReconcileRun_kind_finishedAt_idx" ON "ReconcileRun"("kind", "finishedAt");
