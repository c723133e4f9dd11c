-- AlterTable
ALTER TABLE "Video" ADD COLUMN     "posterSized" BOOLEAN NOT NULL DEFAULT false;
