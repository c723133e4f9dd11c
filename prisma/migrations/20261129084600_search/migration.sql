-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "foldedNames" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "foldedText" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Caption" ADD COLUMN     "linesRead" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "CaptionLine" (
    "captionId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "startSeconds" DOUBLE PRECISION NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "CaptionLine_pkey" PRIMARY KEY ("captionId","position")
);

-- CreateIndex
CREATE INDEX "CaptionLine_folded_trgm" ON "CaptionLine" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Video_foldedNames_trgm" ON "Video" USING GIN ("foldedNames" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Video_foldedText_trgm" ON "Video" USING GIN ("foldedText" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "CaptionLine" ADD CONSTRAINT "CaptionLine_captionId_fkey" FOREIGN KEY ("captionId") REFERENCES "Caption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Words as search compares them: small letters without accents, one space around each. What lower() does
-- depends on the database's locale, in which "C" knows no letter but those of ASCII.
CREATE FUNCTION "search_fold"(given TEXT) RETURNS TEXT
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT ' ' || btrim(regexp_replace(
    replace(replace(replace(replace(
      translate(
        lower(regexp_replace(normalize(given, NFKD), '[\u0300-\u036f]', '', 'g')),
        'ØøŁłĐđÐðĦħŦŧıςÆŒẞÞΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯЄІҐЂЈЉЊЋЏЅ',
        'oollddddhhttiσæœßþαβγδεζηθικλμνξοπρστυφχψωабвгдежзиклмнопрстуфхцчшщъыьэюяєіґђјљњћџѕ'
      ), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
    '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'
  )) || ' '
$$;

CREATE FUNCTION "fold_video"() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  NEW."foldedNames" := search_fold(
    concat_ws(' ', NEW."title", NEW."about"->>'people', NEW."about"->>'categories'));
  NEW."foldedText" := search_fold(NEW."description");
  RETURN NEW;
END
$$;

CREATE TRIGGER "Video_is_folded" BEFORE INSERT OR UPDATE OF "title", "description", "about" ON "Video"
  FOR EACH ROW EXECUTE FUNCTION "fold_video"();

UPDATE "Video" SET "title" = "title";
