-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "alsoAv1" BOOLEAN;
