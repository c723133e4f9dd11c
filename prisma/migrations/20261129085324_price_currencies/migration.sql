-- AlterTable
ALTER TABLE "Subscription" ADD COLUMN     "currency" TEXT,
ADD COLUMN     "discounts" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "PriceCurrency" (
    "priceId" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,

    CONSTRAINT "PriceCurrency_pkey" PRIMARY KEY ("priceId","currency")
);

-- AddForeignKey
ALTER TABLE "PriceCurrency" ADD CONSTRAINT "PriceCurrency_priceId_fkey" FOREIGN KEY ("priceId") REFERENCES "Price"("id") ON DELETE CASCADE ON UPDATE CASCADE;
