-- A mail about the end of a trial is about that end, and not about the subscription: one that is made longer is
-- told of again. Whoever was told keeps it.
UPDATE "Letter" l SET "about" = s."id" || ' ' || extract(epoch from s."trialEnd")::bigint
  FROM "Subscription" s
  WHERE l."kind" = 'trialEnding' AND l."about" = s."id" AND s."trialEnd" IS NOT NULL;
