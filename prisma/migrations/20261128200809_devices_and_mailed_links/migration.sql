-- DropForeignKey
ALTER TABLE "PasswordReset" DROP CONSTRAINT "PasswordReset_userId_fkey";

-- AlterTable
ALTER TABLE "RefreshFamily" ADD COLUMN     "deviceId" UUID;

-- CreateTable
CREATE TABLE "Device" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "cookieHash" BYTEA NOT NULL,
    "name" TEXT,
    "address" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MailedLink" (
    "hash" BYTEA NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MailedLink_pkey" PRIMARY KEY ("hash")
);

-- Links that are under way stay good.
INSERT INTO "MailedLink" ("hash", "userId", "purpose", "createdAt", "expiresAt", "usedAt")
  SELECT "hash", "userId", 'password-reset', "createdAt", "expiresAt", "usedAt" FROM "PasswordReset";

-- DropTable
DROP TABLE "PasswordReset";

-- One address, one account, however it was typed. Where two have come of it, both stay as they are.
UPDATE "User" u SET "email" = n."email"
  FROM (SELECT "id", normalize(split_part("email", '@', 1), NFC) || '@' || normalize(split_part("email", '@', 2), NFKC)
    AS "email" FROM "User") n
  WHERE n."id" = u."id" AND n."email" <> u."email"
    AND NOT EXISTS (SELECT 1 FROM "User" o WHERE o."email" = n."email")
    AND NOT EXISTS (SELECT 1 FROM "User" o WHERE o."id" < u."id"
      AND normalize(split_part(o."email", '@', 1), NFC) || '@' || normalize(split_part(o."email", '@', 2), NFKC) = n."email");

-- CreateIndex
CREATE INDEX "Device_lastSeenAt_idx" ON "Device"("lastSeenAt");

-- CreateIndex
CREATE UNIQUE INDEX "Device_userId_cookieHash_key" ON "Device"("userId", "cookieHash");

-- CreateIndex
CREATE INDEX "MailedLink_userId_purpose_createdAt_idx" ON "MailedLink"("userId", "purpose", "createdAt");

-- CreateIndex
CREATE INDEX "MailedLink_expiresAt_idx" ON "MailedLink"("expiresAt");

-- CreateIndex
CREATE INDEX "RefreshFamily_deviceId_idx" ON "RefreshFamily"("deviceId");

-- AddForeignKey
ALTER TABLE "Device" ADD CONSTRAINT "Device_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RefreshFamily" ADD CONSTRAINT "RefreshFamily_deviceId_fkey" FOREIGN KEY ("deviceId") REFERENCES "Device"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MailedLink" ADD CONSTRAINT "MailedLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
