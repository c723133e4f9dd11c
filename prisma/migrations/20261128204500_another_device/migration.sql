-- A session may come to count as another device: then its row says so from then on.
-- (The engine splits scripts at every semicolon, so those of a body are written \x3B.)
CREATE OR REPLACE FUNCTION "hold_stream"("held" "PlaybackSession", "max_streams" integer, "alive_since" timestamptz)
RETURNS boolean LANGUAGE plpgsql AS E'
DECLARE "others" integer\x3B
BEGIN
  IF "held"."userId" IS NOT NULL AND "held"."teaserSeconds" IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended("held"."userId"::text, 7413))\x3B
    SELECT count(DISTINCT s."deviceId") INTO "others" FROM "PlaybackSession" s
      WHERE s."userId" = "held"."userId" AND s."deviceId" <> "held"."deviceId" AND s."id" <> "held"."id"
        AND s."endedAt" IS NULL AND s."teaserSeconds" IS NULL AND s."lastSeenAt" > "alive_since"\x3B
    IF "others" >= "max_streams" THEN RETURN false\x3B END IF\x3B
  END IF\x3B
  INSERT INTO "PlaybackSession" SELECT ("held").*
    ON CONFLICT ("id") DO UPDATE
      SET "lastSeenAt" = excluded."lastSeenAt", "teaserSeconds" = excluded."teaserSeconds",
        "deviceId" = excluded."deviceId"
      WHERE "PlaybackSession"."endedAt" IS NULL\x3B
  RETURN FOUND\x3B
END';
