-- DropIndex
DROP INDEX "Purchase_paymentIntentId_key";

-- AlterTable
ALTER TABLE "Purchase" ADD COLUMN     "bundleId" UUID;

-- CreateTable
CREATE TABLE "Bundle" (
    "id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Bundle_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BundleVideo" (
    "bundleId" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "BundleVideo_pkey" PRIMARY KEY ("bundleId","videoId")
);

-- CreateIndex
CREATE INDEX "BundleVideo_videoId_idx" ON "BundleVideo"("videoId");

-- AddForeignKey
ALTER TABLE "BundleVideo" ADD CONSTRAINT "BundleVideo_bundleId_fkey" FOREIGN KEY ("bundleId") REFERENCES "Bundle"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BundleVideo" ADD CONSTRAINT "BundleVideo_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;
