-- CreateTable
CREATE TABLE "WatchlistEntry" (
    "userId" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "WatchlistEntry_pkey" PRIMARY KEY ("userId","videoId")
);

-- CreateIndex
CREATE INDEX "WatchlistEntry_userId_addedAt_idx" ON "WatchlistEntry"("userId", "addedAt" DESC);

-- CreateIndex
CREATE INDEX "WatchlistEntry_videoId_idx" ON "WatchlistEntry"("videoId");

-- AddForeignKey
ALTER TABLE "WatchlistEntry" ADD CONSTRAINT "WatchlistEntry_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WatchlistEntry" ADD CONSTRAINT "WatchlistEntry_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
