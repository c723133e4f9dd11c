-- AlterTable
ALTER TABLE "SiteSetting" ADD COLUMN     "front" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "Collection" ADD COLUMN     "series" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- AlterTable
ALTER TABLE "CollectionVideo" ADD COLUMN     "episode" INTEGER,
ADD COLUMN     "kind" TEXT NOT NULL DEFAULT 'film',
ADD COLUMN     "season" INTEGER;

-- CreateTable
CREATE TABLE "CollectionSeason" (
    "collectionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CollectionSeason_pkey" PRIMARY KEY ("collectionId","number")
);

-- CreateTable
CREATE TABLE "CollectionPlan" (
    "collectionId" UUID NOT NULL,
    "planId" TEXT NOT NULL,

    CONSTRAINT "CollectionPlan_pkey" PRIMARY KEY ("collectionId","planId")
);

-- CreateTable
CREATE TABLE "FinishedVideo" (
    "userId" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "finishedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FinishedVideo_pkey" PRIMARY KEY ("userId","videoId")
);

-- CreateIndex
CREATE INDEX "CollectionPlan_planId_idx" ON "CollectionPlan"("planId");

-- CreateIndex
CREATE INDEX "FinishedVideo_videoId_idx" ON "FinishedVideo"("videoId");

-- AddForeignKey
ALTER TABLE "CollectionSeason" ADD CONSTRAINT "CollectionSeason_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionVideo" ADD CONSTRAINT "CollectionVideo_collectionId_season_fkey" FOREIGN KEY ("collectionId", "season") REFERENCES "CollectionSeason"("collectionId", "number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionPlan" ADD CONSTRAINT "CollectionPlan_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionPlan" ADD CONSTRAINT "CollectionPlan_planId_fkey" FOREIGN KEY ("planId") REFERENCES "Plan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinishedVideo" ADD CONSTRAINT "FinishedVideo_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FinishedVideo" ADD CONSTRAINT "FinishedVideo_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "CollectionSeason" ADD CONSTRAINT "CollectionSeason_number" CHECK ("number" >= 0);
ALTER TABLE "CollectionVideo" ADD CONSTRAINT "CollectionVideo_kind" CHECK ("kind" IN ('film', 'trailer', 'extra'));
ALTER TABLE "CollectionVideo" ADD CONSTRAINT "CollectionVideo_episode"
  CHECK (("season" IS NULL) = ("episode" IS NULL) AND ("season" IS NULL OR "kind" = 'film'));

-- What a plan opens has changed: of every film in a collection that it opens.
CREATE FUNCTION "tell_collection_plan"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  PERFORM pg_notify(''matinee_playback'', ''video:'' || "videoId") FROM "CollectionVideo"
    WHERE "collectionId" = COALESCE(NEW."collectionId", OLD."collectionId")\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "CollectionPlan_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "CollectionPlan"
  FOR EACH ROW EXECUTE FUNCTION "tell_collection_plan"();

CREATE FUNCTION "tell_collection_video"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  IF EXISTS (SELECT FROM "CollectionPlan"
      WHERE "collectionId" = COALESCE(NEW."collectionId", OLD."collectionId")) THEN
    PERFORM pg_notify(''matinee_playback'', ''video:'' || COALESCE(NEW."videoId", OLD."videoId"))\x3B
  END IF\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "CollectionVideo_tells_playback" AFTER INSERT OR DELETE ON "CollectionVideo"
  FOR EACH ROW EXECUTE FUNCTION "tell_collection_video"();
