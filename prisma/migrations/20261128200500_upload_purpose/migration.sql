-- The file of a video is called video, as everywhere else.
UPDATE "Upload" SET "purpose" = 'video' WHERE "purpose" = 'film';
ALTER TABLE "Upload" ALTER COLUMN "purpose" SET DEFAULT 'video';
