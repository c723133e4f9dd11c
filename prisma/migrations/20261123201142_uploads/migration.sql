-- AlterTable
ALTER TABLE "Upload" ADD COLUMN     "checksum" TEXT,
ADD COLUMN     "failure" TEXT,
ADD COLUMN     "label" TEXT,
ADD COLUMN     "language" TEXT,
ADD COLUMN     "purpose" TEXT NOT NULL DEFAULT 'film',
ALTER COLUMN "multipartId" DROP NOT NULL;
