-- CreateTable
CREATE TABLE "Encode" (
    "id" UUID NOT NULL,
    "videoId" UUID NOT NULL,
    "sourceKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "plan" JSONB,
    "playableAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),
    "failedAt" TIMESTAMPTZ(3),
    "failure" TEXT,
    "log" TEXT,

    CONSTRAINT "Encode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EncodePiece" (
    "id" UUID NOT NULL,
    "encodeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "priority" INTEGER NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "progress" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "finishedAt" TIMESTAMPTZ(3),
    "result" JSONB,

    CONSTRAINT "EncodePiece_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Encode_videoId_createdAt_idx" ON "Encode"("videoId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "EncodePiece_encodeId_name_key" ON "EncodePiece"("encodeId", "name");

-- AddForeignKey
ALTER TABLE "Encode" ADD CONSTRAINT "Encode_videoId_fkey" FOREIGN KEY ("videoId") REFERENCES "Video"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EncodePiece" ADD CONSTRAINT "EncodePiece_encodeId_fkey" FOREIGN KEY ("encodeId") REFERENCES "Encode"("id") ON DELETE CASCADE ON UPDATE CASCADE;
