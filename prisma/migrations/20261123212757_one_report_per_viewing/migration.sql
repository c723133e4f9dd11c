-- DropIndex
DROP INDEX "ViewingReport_playbackSessionId_idx";

-- CreateIndex
CREATE UNIQUE INDEX "ViewingReport_playbackSessionId_key" ON "ViewingReport"("playbackSessionId");
