-- AlterTable
ALTER TABLE "StripeCustomer" ADD COLUMN     "country" TEXT;

-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "needsConfirmation" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "PlayRefusal" (
    "userId" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "times" INTEGER NOT NULL DEFAULT 1,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlayRefusal_pkey" PRIMARY KEY ("userId","videoId","day","reason")
);

-- CreateTable
CREATE TABLE "PersonNote" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "authorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "PersonNote_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PlayRefusal_userId_at_idx" ON "PlayRefusal"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "PlayRefusal_videoId_idx" ON "PlayRefusal"("videoId");

-- CreateIndex
CREATE INDEX "PlayRefusal_at_idx" ON "PlayRefusal"("at");

-- CreateIndex
CREATE INDEX "PersonNote_userId_at_idx" ON "PersonNote"("userId", "at" DESC);

-- CreateIndex
CREATE INDEX "PersonNote_authorId_idx" ON "PersonNote"("authorId");

-- CreateIndex
CREATE INDEX "StripeCustomer_country_idx" ON "StripeCustomer"("country");

-- AddForeignKey
ALTER TABLE "PlayRefusal" ADD CONSTRAINT "PlayRefusal_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlayRefusal" ADD CONSTRAINT "PlayRefusal_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonNote" ADD CONSTRAINT "PersonNote_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonNote" ADD CONSTRAINT "PersonNote_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
