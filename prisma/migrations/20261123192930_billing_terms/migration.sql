-- AlterTable
ALTER TABLE "Subscription" DROP COLUMN "collectionPaused",
ADD COLUMN     "suspended" TEXT;

-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "startBy" TIMESTAMPTZ(3),
ADD COLUMN     "watchHours" INTEGER;
