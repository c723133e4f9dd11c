-- What would break the rules below is mended first, so that nobody loses or gains access by it.

-- Encodes from before they were kept: what they made still plays.
INSERT INTO "Encode" ("id", "videoId", "sourceKey", "finishedAt")
SELECT DISTINCT ON (used."encodeId") used."encodeId", used."videoId", coalesce(v."sourceKey", ''), now()
FROM (
  SELECT "encodeId", "id" AS "videoId" FROM "Video" WHERE "encodeId" IS NOT NULL
  UNION ALL SELECT "encodeId", "videoId" FROM "Rendition"
  UNION ALL SELECT "encodeId", "videoId" FROM "PlaybackSession"
) used JOIN "Video" v ON v."id" = used."videoId"
WHERE NOT EXISTS (SELECT 1 FROM "Encode" e WHERE e."id" = used."encodeId");

-- A sign-in whose row is gone has ended, and with it what it played.
UPDATE "PlaybackSession" s
SET "familyId" = NULL, "endReason" = CASE WHEN s."endedAt" IS NULL THEN 'signed_out' ELSE s."endReason" END,
  "endedAt" = coalesce(s."endedAt", now())
WHERE s."familyId" IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM "RefreshFamily" f WHERE f."id" = s."familyId");

DELETE FROM "CheckoutSession" c WHERE NOT EXISTS (SELECT 1 FROM "User" u WHERE u."id" = c."userId");
DELETE FROM "ViewingReport" r
WHERE NOT EXISTS (SELECT 1 FROM "PlaybackSession" s WHERE s."id" = r."playbackSessionId");

-- One grant that names two things becomes two, and one that names nothing gives nothing.
INSERT INTO "Grant" ("id", "userId", "videoId", "until", "reason", "grantedById", "createdAt", "revokedAt")
SELECT gen_random_uuid(), "userId", "videoId", "until", "reason", "grantedById", "createdAt", "revokedAt"
FROM "Grant" WHERE "planId" IS NOT NULL AND "videoId" IS NOT NULL;
UPDATE "Grant" SET "videoId" = NULL WHERE "planId" IS NOT NULL AND "videoId" IS NOT NULL;
DELETE FROM "Grant" WHERE "planId" IS NULL AND "videoId" IS NULL;

-- Words that no code knows gave no access, and give none: the next sync brings the right ones.
UPDATE "Purchase" SET "status" = 'disputed' WHERE "status" NOT IN ('paid', 'refunded', 'disputed', 'lost');
UPDATE "Subscription" SET "suspended" = 'disputed'
WHERE "suspended" NOT IN ('collection_paused', 'refunded', 'disputed');
UPDATE "StripeEvent" SET "status" = 'received', "nextAttemptAt" = now()
WHERE "status" NOT IN ('received', 'processed', 'ignored', 'dead');
DELETE FROM "ReconcileRun" WHERE "kind" NOT IN ('events', 'sweep', 'customer');
UPDATE "Rendition" SET "kind" = CASE WHEN "height" IS NULL THEN 'audio' ELSE 'video' END
WHERE "kind" NOT IN ('video', 'audio');
UPDATE "Upload" SET "purpose" = 'video' WHERE "purpose" NOT IN ('video', 'poster', 'captions');

UPDATE "Price" SET "amount" = 0 WHERE "amount" < 0;
UPDATE "Purchase" SET "amount" = greatest("amount", 0), "amountRefunded" = greatest("amountRefunded", 0)
WHERE "amount" < 0 OR "amountRefunded" < 0;
UPDATE "Video" SET "rentAmount" = NULL WHERE "rentAmount" < 0;
UPDATE "Video" SET "buyAmount" = NULL WHERE "buyAmount" < 0;
UPDATE "Video" SET "rentStartDays" = greatest("rentStartDays", 1), "rentWatchHours" = greatest("rentWatchHours", 1)
WHERE "rentStartDays" < 1 OR "rentWatchHours" < 1;
UPDATE "Video" SET "teaserSeconds" = NULL WHERE "teaserSeconds" < 0;
UPDATE "Plan" SET "maxStreams" = greatest("maxStreams", 1), "trialDays" = greatest("trialDays", 0)
WHERE "maxStreams" < 1 OR "trialDays" < 0;
UPDATE "SubscriptionItem" SET "quantity" = 0 WHERE "quantity" < 0;

-- AddCheck
ALTER TABLE "Grant" ADD CONSTRAINT "Grant_names_one_thing" CHECK (num_nonnulls("planId", "videoId") = 1);
ALTER TABLE "Purchase" ADD CONSTRAINT "Purchase_status" CHECK ("status" IN ('paid', 'refunded', 'disputed', 'lost')),
  ADD CONSTRAINT "Purchase_amounts" CHECK ("amount" >= 0 AND "amountRefunded" >= 0);
ALTER TABLE "Subscription" ADD CONSTRAINT "Subscription_suspended"
  CHECK ("suspended" IN ('collection_paused', 'refunded', 'disputed'));
ALTER TABLE "StripeEvent" ADD CONSTRAINT "StripeEvent_status"
  CHECK ("status" IN ('received', 'processed', 'ignored', 'dead'));
ALTER TABLE "ReconcileRun" ADD CONSTRAINT "ReconcileRun_kind" CHECK ("kind" IN ('events', 'sweep', 'customer'));
ALTER TABLE "Rendition" ADD CONSTRAINT "Rendition_kind" CHECK ("kind" IN ('video', 'audio'));
ALTER TABLE "Upload" ADD CONSTRAINT "Upload_purpose" CHECK ("purpose" IN ('video', 'poster', 'captions'));
ALTER TABLE "Price" ADD CONSTRAINT "Price_amount" CHECK ("amount" >= 0);
ALTER TABLE "Plan" ADD CONSTRAINT "Plan_terms" CHECK ("maxStreams" >= 1 AND "trialDays" >= 0);
ALTER TABLE "SubscriptionItem" ADD CONSTRAINT "SubscriptionItem_quantity" CHECK ("quantity" >= 0);
ALTER TABLE "Video" ADD CONSTRAINT "Video_terms" CHECK ("rentAmount" >= 0 AND "buyAmount" >= 0
  AND "teaserSeconds" >= 0 AND "rentStartDays" >= 1 AND "rentWatchHours" >= 1);

-- A sign-in that is removed takes what it plays with it, as one that is signed out does.
CREATE FUNCTION "end_playback_of_family"() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN UPDATE "PlaybackSession" SET "endedAt" = now(), "endReason" = ''signed_out'' WHERE "familyId" = OLD."id" AND "endedAt" IS NULL\x3B RETURN OLD\x3B END\x3B';
CREATE TRIGGER "RefreshFamily_ends_playback" BEFORE DELETE ON "RefreshFamily"
  FOR EACH ROW EXECUTE FUNCTION "end_playback_of_family"();

-- CreateIndex
CREATE INDEX "PlaybackSession_familyId_idx" ON "PlaybackSession"("familyId");

-- CreateIndex
CREATE INDEX "PlaybackSession_encodeId_idx" ON "PlaybackSession"("encodeId");

-- AddForeignKey
ALTER TABLE "CheckoutSession" ADD CONSTRAINT "CheckoutSession_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Video" ADD CONSTRAINT "Video_encodeId_fkey" FOREIGN KEY ("encodeId") REFERENCES "Encode"("id") ON DELETE SET NULL ON UPDATE CASCADE
  -- A video and its encode can so be written in either order.
  DEFERRABLE INITIALLY DEFERRED;

-- AddForeignKey
ALTER TABLE "Rendition" ADD CONSTRAINT "Rendition_encodeId_fkey" FOREIGN KEY ("encodeId") REFERENCES "Encode"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaybackSession" ADD CONSTRAINT "PlaybackSession_familyId_fkey" FOREIGN KEY ("familyId") REFERENCES "RefreshFamily"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlaybackSession" ADD CONSTRAINT "PlaybackSession_encodeId_fkey" FOREIGN KEY ("encodeId") REFERENCES "Encode"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ViewingReport" ADD CONSTRAINT "ViewingReport_playbackSessionId_fkey" FOREIGN KEY ("playbackSessionId") REFERENCES "PlaybackSession"("id") ON DELETE CASCADE ON UPDATE CASCADE;
