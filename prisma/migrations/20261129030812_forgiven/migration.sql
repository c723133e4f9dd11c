-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "forgiven" BOOLEAN NOT NULL DEFAULT false;
