-- AlterTable
ALTER TABLE "ViewingDay" ADD COLUMN     "startUpCounts" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "startUps" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "ViewingMonth" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stallCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stallMs" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "startUpCounts" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "startUps" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- AlterTable
ALTER TABLE "ViewingTally" ADD COLUMN     "failures" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stallCount" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "stallMs" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "startUpCounts" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
ADD COLUMN     "startUps" INTEGER[] DEFAULT ARRAY[]::INTEGER[];

-- Of the viewings that were waited for longest, whatever their day.
CREATE INDEX "ViewingReport_waited_idx" ON "ViewingReport" ((coalesce("startUpMs", 0) + "stallMs") DESC);

UPDATE "ViewingMonth" m SET "stallCount" = d."stallCount", "stallMs" = d."stallMs", "failures" = d."failures"
FROM (
  SELECT date_trunc('month', "day")::date AS "month", "videoId", sum("stallCount") AS "stallCount",
    sum("stallMs") AS "stallMs", sum("failures") AS "failures"
  FROM "ViewingDay" WHERE "day" IN (SELECT "day" FROM "SummedDay" WHERE "sealed") GROUP BY 1, 2
) d WHERE d."month" = m."month" AND d."videoId" = m."videoId";

-- To be summed anew, with these.
DELETE FROM "SummedDay" WHERE NOT "sealed";
