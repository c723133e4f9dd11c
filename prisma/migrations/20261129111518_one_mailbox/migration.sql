-- CreateIndex
CREATE INDEX "MailedLink_email_purpose_createdAt_idx" ON "MailedLink"("email", "purpose", "createdAt");

-- Domains are kept as they go over the wire (RFC 3492), which is how browsers send them: one address, one account.
CREATE FUNCTION "matinee_wire_label"(label text) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  digits constant text := 'abcdefghijklmnopqrstuvwxyz0123456789';
  points int[] := array(SELECT ascii(substr(label, i, 1)) FROM generate_series(1, length(label)) AS i ORDER BY i);
  written text := coalesce((SELECT string_agg(chr(c), '' ORDER BY i) FROM unnest(points) WITH ORDINALITY AS p(c, i) WHERE c < 128), '');
  basic int := length(written);
  done int := basic;
  n int := 128; delta int := 0; bias int := 72;
  m int; c int; q int; k int; t int;
BEGIN
  IF basic = length(label) THEN RETURN label; END IF;
  IF basic > 0 THEN written := written || '-'; END IF;
  WHILE done < length(label) LOOP
    SELECT min(p) INTO m FROM unnest(points) AS p WHERE p >= n;
    delta := delta + (m - n) * (done + 1);
    n := m;
    FOREACH c IN ARRAY points LOOP
      IF c < n THEN delta := delta + 1; END IF;
      CONTINUE WHEN c <> n;
      q := delta;
      k := 36;
      LOOP
        t := least(greatest(k - bias, 1), 26);
        EXIT WHEN q < t;
        written := written || substr(digits, t + (q - t) % (36 - t) + 1, 1);
        q := (q - t) / (36 - t);
        k := k + 36;
      END LOOP;
      written := written || substr(digits, q + 1, 1);
      delta := CASE WHEN done = basic THEN delta / 700 ELSE delta / 2 END;
      delta := delta + delta / (done + 1);
      k := 0;
      WHILE delta > 455 LOOP
        delta := delta / 35;
        k := k + 36;
      END LOOP;
      bias := k + 36 * delta / (delta + 38);
      delta := 0;
      done := done + 1;
    END LOOP;
    delta := delta + 1;
    n := n + 1;
  END LOOP;
  RETURN 'xn--' || written;
END $$;
UPDATE "User" AS u SET "email" = wire."email" FROM (
  SELECT "id", split_part("email", '@', 1) || '@' || (
    SELECT string_agg("matinee_wire_label"(label), '.' ORDER BY i)
    FROM unnest(string_to_array(split_part("email", '@', 2), '.')) WITH ORDINALITY AS part(label, i)
  ) AS "email" FROM "User" WHERE "email" ~ '[^\x01-\x7f]'
) AS wire
WHERE u."id" = wire."id" AND NOT EXISTS (SELECT 1 FROM "User" AS other WHERE other."email" = wire."email");
DROP FUNCTION "matinee_wire_label";

-- The log outlives accounts: it names people by their numbers alone.
ALTER TABLE "AuditEntry" DISABLE TRIGGER "AuditEntry_append_only";
UPDATE "AuditEntry" SET "details" = "details" - 'email' - 'name'
  WHERE "action" IN ('operator.invited', 'user.passkey-added');
ALTER TABLE "AuditEntry" ENABLE TRIGGER "AuditEntry_append_only";

-- What changes nothing here is not read again, and tells of people.
UPDATE "StripeEvent" SET "payload" = '' WHERE "status" = 'ignored' AND length("payload") > 0;
