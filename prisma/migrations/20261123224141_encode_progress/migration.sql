-- AlterTable
ALTER TABLE "Encode" ADD COLUMN     "priority" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "startedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "EncodePiece" ADD COLUMN     "attempts" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "Rendition" ADD COLUMN     "keyBytes" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- Every API process listens, and tells the pages that show this film.
CREATE FUNCTION "tell_studio"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  PERFORM pg_notify(''matinee_studio'', NEW."id"::text)\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "Video_tells_studio" AFTER UPDATE ON "Video"
  FOR EACH ROW EXECUTE FUNCTION "tell_studio"();
