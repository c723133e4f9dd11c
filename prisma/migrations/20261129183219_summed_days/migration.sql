-- AlterTable
ALTER TABLE "User" ADD COLUMN     "number" SERIAL NOT NULL;

-- CreateTable
CREATE TABLE "SummedDay" (
    "day" DATE NOT NULL,
    "plays" INTEGER NOT NULL,
    "watchedSeconds" DOUBLE PRECISION NOT NULL,
    "viewers" INTEGER NOT NULL,
    "others" INTEGER NOT NULL,
    "people" VARBIT NOT NULL,
    "sealed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SummedDay_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "ViewingMonth" (
    "month" DATE NOT NULL,
    "videoId" UUID NOT NULL,
    "plays" INTEGER NOT NULL,
    "watchedSeconds" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "ViewingMonth_pkey" PRIMARY KEY ("month","videoId")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_number_key" ON "User"("number");

-- Days of which reports may be gone already have their sums alone. The others are summed by the next sweep.
INSERT INTO "SummedDay" ("day", "plays", "watchedSeconds", "viewers", "others", "people", "sealed")
SELECT "day", sum("plays"), sum("watchedSeconds"), sum("viewers"), sum("viewers"), B'', true
FROM "ViewingDay" WHERE "day" <= ((now() - interval '90 days') AT TIME ZONE 'UTC')::date
GROUP BY "day";

INSERT INTO "ViewingMonth" ("month", "videoId", "plays", "watchedSeconds")
SELECT date_trunc('month', d."day")::date, d."videoId", sum(d."plays"), sum(d."watchedSeconds")
FROM "ViewingDay" d JOIN "SummedDay" s ON s."day" = d."day" GROUP BY 1, 2;

-- Who sums a day holds the lock alone, so that no report slips in between its sums and its row.
CREATE FUNCTION "report_changed"() RETURNS trigger LANGUAGE plpgsql SET lock_timeout = '10s' AS E'
DECLARE
  was date := (OLD."receivedAt" AT TIME ZONE ''UTC'')::date\x3B
  is_now date := (NEW."receivedAt" AT TIME ZONE ''UTC'')::date\x3B
BEGIN
  PERFORM pg_advisory_xact_lock_shared(4628465, is_now - date ''2000-01-01'')\x3B
  IF was <> is_now THEN
    PERFORM pg_advisory_xact_lock_shared(4628465, was - date ''2000-01-01'')\x3B
  END IF\x3B
  DELETE FROM "SummedDay" WHERE "day" IN (was, is_now) AND NOT "sealed"\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "report_written" AFTER INSERT ON "ViewingReport"
FOR EACH ROW EXECUTE FUNCTION "report_changed"();

-- Without "userId": a deleted account leaves the sums as they are.
CREATE TRIGGER "report_changed" AFTER UPDATE OF "videoId", "receivedAt", "startUpMs", "watchedSeconds",
  "stallCount", "stallMs", "errorCode", "watched", "source", "device" ON "ViewingReport"
FOR EACH ROW EXECUTE FUNCTION "report_changed"();
