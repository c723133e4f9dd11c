-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "publishAt" TIMESTAMPTZ(3),
ADD COLUMN     "visibility" TEXT NOT NULL DEFAULT 'public';

-- CreateTable
CREATE TABLE "Collection" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CollectionVideo" (
    "collectionId" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "CollectionVideo_pkey" PRIMARY KEY ("collectionId","videoId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Collection_slug_key" ON "Collection"("slug");

-- CreateIndex
CREATE INDEX "CollectionVideo_videoId_idx" ON "CollectionVideo"("videoId");

-- CreateIndex
CREATE UNIQUE INDEX "CollectionVideo_collectionId_position_key" ON "CollectionVideo"("collectionId", "position");

-- CreateIndex
CREATE INDEX "Video_publishAt_idx" ON "Video"("publishAt");

-- AddForeignKey
ALTER TABLE "CollectionVideo" ADD CONSTRAINT "CollectionVideo_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CollectionVideo" ADD CONSTRAINT "CollectionVideo_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "Video" ADD CONSTRAINT "Video_visibility" CHECK ("visibility" IN ('public', 'unlisted'));
ALTER TABLE "CollectionVideo" ADD CONSTRAINT "CollectionVideo_position" CHECK ("position" >= 0);
