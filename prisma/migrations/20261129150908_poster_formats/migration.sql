-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "posterFormats" TEXT[] DEFAULT ARRAY[]::TEXT[];
