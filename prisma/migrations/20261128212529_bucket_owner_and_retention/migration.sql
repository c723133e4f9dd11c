-- For searches that find words anywhere in a text.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- DropForeignKey
ALTER TABLE "ViewingReport" DROP CONSTRAINT "ViewingReport_playbackSessionId_fkey";

-- AlterTable
ALTER TABLE "ViewingReport" ADD COLUMN     "userId" UUID,
ADD COLUMN     "videoId" UUID,
ALTER COLUMN "playbackSessionId" DROP NOT NULL;

UPDATE "ViewingReport" r SET "videoId" = s."videoId", "userId" = s."userId"
FROM "PlaybackSession" s WHERE s."id" = r."playbackSessionId";
ALTER TABLE "ViewingReport" ALTER COLUMN "videoId" SET NOT NULL;

-- CreateTable
CREATE TABLE "Installation" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "id" UUID NOT NULL,
    "starts" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("only"),
    CONSTRAINT "Installation_one_row" CHECK ("only")
);
INSERT INTO "Installation" ("id") VALUES (gen_random_uuid());

-- CreateTable
CREATE TABLE "ViewingDay" (
    "day" DATE NOT NULL,
    "videoId" UUID NOT NULL,
    "plays" INTEGER NOT NULL,
    "viewers" INTEGER NOT NULL,
    "watchedSeconds" DOUBLE PRECISION NOT NULL,
    "stallCount" INTEGER NOT NULL,
    "stallMs" BIGINT NOT NULL,
    "failures" INTEGER NOT NULL,

    CONSTRAINT "ViewingDay_pkey" PRIMARY KEY ("day","videoId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Installation_id_key" ON "Installation"("id");

-- CreateIndex
CREATE INDEX "ViewingDay_videoId_day_idx" ON "ViewingDay"("videoId", "day");

-- CreateIndex
CREATE INDEX "User_createdAt_id_idx" ON "User"("createdAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "User_email_trgm" ON "User" USING GIN ("email" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "RefreshFamily_expiresAt_idx" ON "RefreshFamily"("expiresAt");

-- CreateIndex
CREATE INDEX "RefreshFamily_revokedAt_idx" ON "RefreshFamily"("revokedAt");

-- CreateIndex
CREATE INDEX "RefreshToken_usedAt_idx" ON "RefreshToken"("usedAt");

-- CreateIndex
CREATE INDEX "Purchase_videoId_idx" ON "Purchase"("videoId");

-- CreateIndex
CREATE INDEX "StripeEvent_status_receivedAt_id_idx" ON "StripeEvent"("status", "receivedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Grant_videoId_idx" ON "Grant"("videoId");

-- CreateIndex
CREATE INDEX "Video_title_trgm" ON "Video" USING GIN ("title" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "PlaybackSession_lastSeenAt_idx" ON "PlaybackSession"("lastSeenAt");

-- CreateIndex
CREATE INDEX "WatchProgress_videoId_idx" ON "WatchProgress"("videoId");

-- CreateIndex
CREATE INDEX "ViewingReport_videoId_idx" ON "ViewingReport"("videoId");

-- CreateIndex
CREATE INDEX "ViewingReport_userId_idx" ON "ViewingReport"("userId");

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- AddForeignKey
ALTER TABLE "ViewingReport" ADD CONSTRAINT "ViewingReport_playbackSessionId_fkey" FOREIGN KEY ("playbackSessionId") REFERENCES "PlaybackSession"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViewingReport" ADD CONSTRAINT "ViewingReport_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViewingReport" ADD CONSTRAINT "ViewingReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
