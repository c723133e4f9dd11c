-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "collectionId" UUID;

-- AlterTable
ALTER TABLE "Bundle" ADD COLUMN     "collectionId" UUID;

-- CreateIndex
CREATE INDEX "Purchase_collectionId_idx" ON "Purchase"("collectionId");

-- CreateIndex
CREATE INDEX "Bundle_collectionId_idx" ON "Bundle"("collectionId");

-- AddForeignKey
ALTER TABLE "Bundle" ADD CONSTRAINT "Bundle_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What a collection opens has changed, for those whose plan opens it or who have bought it as a whole.
CREATE OR REPLACE FUNCTION "tell_collection_video"() RETURNS trigger LANGUAGE plpgsql AS E'
DECLARE
  it uuid := COALESCE(NEW."collectionId", OLD."collectionId")\x3B
BEGIN
  IF EXISTS (SELECT FROM "CollectionPlan" WHERE "collectionId" = it)
      OR EXISTS (SELECT FROM "Bundle" WHERE "collectionId" = it) THEN
    PERFORM pg_notify(''matinee_playback'', ''video:'' || COALESCE(NEW."videoId", OLD."videoId"))\x3B
  END IF\x3B
  RETURN NULL\x3B
END';
