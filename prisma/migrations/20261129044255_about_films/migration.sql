-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "about" JSONB NOT NULL DEFAULT '{}';
