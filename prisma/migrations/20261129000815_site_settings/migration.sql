-- AlterTable
ALTER TABLE "Price" ADD COLUMN     "movesToId" TEXT;

-- CreateIndex
CREATE INDEX "SubscriptionItem_priceId_idx" ON "SubscriptionItem"("priceId");

-- CreateTable
CREATE TABLE "SiteSetting" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "accentDark" TEXT,
    "accentLight" TEXT,
    "mailName" TEXT,
    "mailAddress" TEXT,
    "legal" JSONB NOT NULL,
    "logoVersion" INTEGER,
    "openedAt" TIMESTAMPTZ(3),
    "stepsLeft" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SiteSetting_pkey" PRIMARY KEY ("only")
);

-- CreateTable
CREATE TABLE "SiteLogo" (
    "only" BOOLEAN NOT NULL DEFAULT true,
    "logo" BYTEA NOT NULL,
    "icon" BYTEA NOT NULL,

    CONSTRAINT "SiteLogo_pkey" PRIMARY KEY ("only")
);

-- CreateTable
CREATE TABLE "WebhookEndpoint" (
    "id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WebhookEndpoint_pkey" PRIMARY KEY ("id")
);

-- One row each, of what the pages can show.
ALTER TABLE "SiteSetting" ADD CONSTRAINT "SiteSetting_only" CHECK ("only"),
  ADD CONSTRAINT "SiteSetting_name" CHECK ("name" ~ '\S' AND length("name") <= 60),
  ADD CONSTRAINT "SiteSetting_currency" CHECK ("currency" ~ '^[a-z]{3}$'),
  ADD CONSTRAINT "SiteSetting_language" CHECK ("language" ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'),
  ADD CONSTRAINT "SiteSetting_accents" CHECK ("accentDark" ~ '^#[0-9a-f]{6}$' AND "accentLight" ~ '^#[0-9a-f]{6}$'),
  ADD CONSTRAINT "SiteSetting_legal" CHECK (jsonb_typeof("legal") = 'array');
ALTER TABLE "SiteLogo" ADD CONSTRAINT "SiteLogo_only" CHECK ("only");

-- Every process hears of a change when it is committed.
CREATE FUNCTION "tell_settings"() RETURNS trigger LANGUAGE plpgsql AS E'
BEGIN
  PERFORM pg_notify(''matinee_settings'', TG_TABLE_NAME)\x3B
  RETURN NULL\x3B
END';
CREATE TRIGGER "SiteSetting_tells" AFTER INSERT OR UPDATE OR DELETE ON "SiteSetting"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_settings"();
CREATE TRIGGER "WebhookEndpoint_tells" AFTER INSERT OR UPDATE OR DELETE ON "WebhookEndpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "tell_settings"();
