-- AlterTable
ALTER TABLE "PlaybackSession" ADD COLUMN     "familyId" UUID;

-- Takes or keeps one of a viewer's streams. The count and the write are one step: whoever comes
-- second waits at the lock, and then sees what the first has written, because each statement of a
-- function has a snapshot of its own. Strangers and teasers take no place. Answers whether there was
-- one, and false too for a session that has ended.
-- (The engine splits scripts at every semicolon, so those of a body are written \x3B.)
CREATE FUNCTION "hold_stream"("held" "PlaybackSession", "max_streams" integer, "alive_since" timestamptz)
RETURNS boolean LANGUAGE plpgsql AS E'
DECLARE "others" integer\x3B
BEGIN
  IF "held"."userId" IS NOT NULL AND "held"."teaserSeconds" IS NULL THEN
    PERFORM pg_advisory_xact_lock(hashtextextended("held"."userId"::text, 7413))\x3B
    SELECT count(DISTINCT s."deviceId") INTO "others" FROM "PlaybackSession" s
      WHERE s."userId" = "held"."userId" AND s."deviceId" <> "held"."deviceId"
        AND s."endedAt" IS NULL AND s."teaserSeconds" IS NULL AND s."lastSeenAt" > "alive_since"\x3B
    IF "others" >= "max_streams" THEN RETURN false\x3B END IF\x3B
  END IF\x3B
  INSERT INTO "PlaybackSession" SELECT ("held").*
    ON CONFLICT ("id") DO UPDATE
      SET "lastSeenAt" = excluded."lastSeenAt", "teaserSeconds" = excluded."teaserSeconds"
      WHERE "PlaybackSession"."endedAt" IS NULL\x3B
  RETURN FOUND\x3B
END';

-- Every API process listens: what decides over a running playback has changed.
CREATE FUNCTION "tell_playback"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  PERFORM pg_notify(''matinee_playback'',
    TG_ARGV[0] || '':'' || (to_jsonb(COALESCE(NEW, OLD)) ->> TG_ARGV[1]))\x3B
  RETURN NULL\x3B
END';

CREATE TRIGGER "User_tells_playback" AFTER UPDATE OF "disabledAt", "role", "stripeSyncedAt" ON "User"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'id');
CREATE TRIGGER "RefreshFamily_tells_playback" AFTER UPDATE OF "revokedAt" OR DELETE ON "RefreshFamily"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'userId');
CREATE TRIGGER "Subscription_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "Subscription"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'userId');
CREATE TRIGGER "Purchase_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "Purchase"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'userId');
CREATE TRIGGER "Grant_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "Grant"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('user', 'userId');
CREATE TRIGGER "Video_tells_playback"
  AFTER UPDATE OF "published", "encodeId", "free", "teaserSeconds", "storyboard" ON "Video"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('video', 'id');
CREATE TRIGGER "VideoPlan_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "VideoPlan"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('video', 'videoId');
CREATE TRIGGER "Caption_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "Caption"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('video', 'videoId');
CREATE TRIGGER "PlaybackSession_tells_playback" AFTER UPDATE OF "endedAt" OR DELETE ON "PlaybackSession"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('session', 'id');
CREATE TRIGGER "Rendition_tells_playback" AFTER INSERT OR UPDATE OR DELETE ON "Rendition"
  FOR EACH ROW EXECUTE FUNCTION "tell_playback"('video', 'videoId');
