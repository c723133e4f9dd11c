-- AlterTable
ALTER TABLE "SiteSetting" ADD COLUMN     "embedSites" TEXT[] DEFAULT ARRAY[]::TEXT[];
