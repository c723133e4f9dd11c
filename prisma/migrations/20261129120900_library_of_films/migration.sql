-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "announced" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "archivedAt" TIMESTAMPTZ(3),
ADD COLUMN     "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "PreviewLink" (
    "id" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "hash" BYTEA NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "forOne" BOOLEAN NOT NULL,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PreviewLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PreviewPass" (
    "linkId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PreviewPass_pkey" PRIMARY KEY ("linkId","userId")
);

-- CreateIndex
CREATE UNIQUE INDEX "PreviewLink_hash_key" ON "PreviewLink"("hash");

-- CreateIndex
CREATE INDEX "PreviewLink_videoId_idx" ON "PreviewLink"("videoId");

-- CreateIndex
CREATE INDEX "PreviewLink_createdById_idx" ON "PreviewLink"("createdById");

-- CreateIndex
CREATE INDEX "PreviewLink_expiresAt_idx" ON "PreviewLink"("expiresAt");

-- CreateIndex
CREATE INDEX "PreviewPass_userId_idx" ON "PreviewPass"("userId");

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewLink" ADD CONSTRAINT "PreviewLink_createdById_fkey" FOREIGN KEY ("createdById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewPass" ADD CONSTRAINT "PreviewPass_linkId_fkey" FOREIGN KEY ("linkId") REFERENCES "PreviewLink"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviewPass" ADD CONSTRAINT "PreviewPass_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

UPDATE "Video" SET "changedAt" = coalesce("publishedAt", "createdAt");

DROP TRIGGER "Video_tells_playback" ON "Video";
CREATE TRIGGER "Video_tells_playback"
  AFTER UPDATE OF "published", "archivedAt", "encodeId", "free", "teaserSeconds", "storyboard" ON "Video"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('video', 'id');
CREATE TRIGGER "PreviewLink_tells_playback" AFTER UPDATE OF "revokedAt", "expiresAt" OR DELETE ON "PreviewLink"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('video', 'videoId');
CREATE TRIGGER "PreviewPass_tells_playback" AFTER INSERT OR DELETE ON "PreviewPass"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'userId');

CREATE OR REPLACE FUNCTION "fold_video"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW."foldedNames" := search_fold(concat_ws(' ', NEW."title",
    NEW."about"->>'people', NEW."about"->>'categories', NEW."about"->>'tags'));
  NEW."foldedText" := search_fold(NEW."description");
  RETURN NEW;
END
$$;
