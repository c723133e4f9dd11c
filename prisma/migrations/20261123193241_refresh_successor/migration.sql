-- AlterTable
ALTER TABLE "RefreshToken" ADD COLUMN     "successorSalt" BYTEA;
