-- CreateEnum
CREATE TYPE "RegisterKind" AS ENUM ('communities', 'grids', 'enterprises', 'places', 'keyPersons', 'servedPersons', 'meetings', 'other');

-- CreateEnum
CREATE TYPE "Every" AS ENUM ('week', 'month', 'quarter', 'halfYear', 'year');

-- CreateEnum
CREATE TYPE "SeriesKind" AS ENUM ('units', 'posts');

-- CreateEnum
CREATE TYPE "Counting" AS ENUM ('all', 'due');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('atLeast', 'atMost', 'equal', 'zero');

-- CreateEnum
CREATE TYPE "Aggregation" AS ENUM ('sum', 'latest');

-- CreateEnum
CREATE TYPE "Formula" AS ENUM ('ratio', 'sum', 'difference');

-- CreateEnum
CREATE TYPE "Light" AS ENUM ('red', 'yellow', 'green', 'grey');

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "milestoneId" INTEGER,
ADD COLUMN     "moveId" INTEGER,
ADD COLUMN     "readingId" INTEGER,
ADD COLUMN     "sensitive" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "visitId" INTEGER;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "lightBy" TEXT,
ADD COLUMN     "lightOverride" "Light",
ADD COLUMN     "lightReason" TEXT,
ADD COLUMN     "lightSince" CHAR(10);

-- CreateTable
CREATE TABLE "Register" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "RegisterKind" NOT NULL,
    "objectWord" TEXT NOT NULL,
    "label" "Label" NOT NULL DEFAULT 'open',
    "order" INTEGER NOT NULL,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Register_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RegisterObject" (
    "id" SERIAL NOT NULL,
    "registerId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unitId" INTEGER,
    "postId" INTEGER,
    "sponsorPostId" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "activeFrom" CHAR(10) NOT NULL,
    "activeTo" CHAR(10),
    "order" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RegisterObject_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Duty" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "registerId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "times" INTEGER NOT NULL,
    "every" "Every" NOT NULL,
    "fromDay" CHAR(10) NOT NULL,
    "toDay" CHAR(10) NOT NULL,
    "acts" TEXT[],
    "weight" DECIMAL(8,2) NOT NULL DEFAULT 1,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Duty_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Visit" (
    "id" SERIAL NOT NULL,
    "dutyId" INTEGER NOT NULL,
    "objectId" INTEGER NOT NULL,
    "day" CHAR(10) NOT NULL,
    "act" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnWhy" TEXT,

    CONSTRAINT "Visit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Series" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER,
    "name" TEXT NOT NULL,
    "kind" "SeriesKind" NOT NULL,
    "label" "Label" NOT NULL DEFAULT 'open',
    "note" TEXT NOT NULL DEFAULT '',
    "order" INTEGER NOT NULL,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Series_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesMember" (
    "id" SERIAL NOT NULL,
    "seriesId" INTEGER NOT NULL,
    "unitId" INTEGER,
    "postId" INTEGER,
    "group" TEXT NOT NULL DEFAULT '',
    "activeFrom" CHAR(10) NOT NULL,
    "activeTo" CHAR(10),

    CONSTRAINT "SeriesMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SeriesMetric" (
    "id" SERIAL NOT NULL,
    "seriesId" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "weight" DECIMAL(8,2) NOT NULL,
    "options" JSONB NOT NULL DEFAULT '{}',
    "order" INTEGER NOT NULL,

    CONSTRAINT "SeriesMetric_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Edition" (
    "id" SERIAL NOT NULL,
    "seriesId" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "fromDay" CHAR(10) NOT NULL,
    "asOf" CHAR(10) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "rows" JSONB NOT NULL,
    "seq" BIGINT NOT NULL,
    "frozenAt" TIMESTAMPTZ(3) NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Edition_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Exemption" (
    "id" SERIAL NOT NULL,
    "seriesId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Exemption_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" SERIAL NOT NULL,
    "editionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "IncentiveRule" (
    "id" SERIAL NOT NULL,
    "seriesId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "condition" JSONB NOT NULL,
    "award" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "IncentiveRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Award" (
    "id" SERIAL NOT NULL,
    "ruleId" INTEGER NOT NULL,
    "editionId" INTEGER NOT NULL,
    "memberId" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "day" CHAR(10) NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnWhy" TEXT,

    CONSTRAINT "Award_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Ledger" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "entryWord" TEXT NOT NULL,
    "label" "Label" NOT NULL DEFAULT 'open',
    "counting" "Counting" NOT NULL DEFAULT 'all',
    "fields" JSONB NOT NULL DEFAULT '[]',
    "stages" JSONB NOT NULL,
    "tracks" JSONB NOT NULL DEFAULT '[]',
    "rates" JSONB NOT NULL DEFAULT '[]',
    "weight" DECIMAL(8,2) NOT NULL DEFAULT 1,
    "order" INTEGER NOT NULL,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Ledger_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" SERIAL NOT NULL,
    "ledgerId" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "data" JSONB NOT NULL DEFAULT '{}',
    "stage" TEXT NOT NULL,
    "stageSince" CHAR(10) NOT NULL,
    "stageDue" CHAR(10),
    "track" TEXT,
    "weight" DECIMAL(8,2) NOT NULL DEFAULT 1,
    "unitId" INTEGER,
    "postId" INTEGER,
    "sponsorPostId" INTEGER,
    "joinedOn" CHAR(10) NOT NULL,
    "writtenOffOn" CHAR(10),
    "removedOn" CHAR(10),
    "removedWhy" TEXT,
    "plotId" INTEGER,
    "x" DOUBLE PRECISION,
    "y" DOUBLE PRECISION,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerMove" (
    "id" SERIAL NOT NULL,
    "ledgerId" INTEGER NOT NULL,
    "entryId" INTEGER NOT NULL,
    "fromStage" TEXT,
    "toStage" TEXT NOT NULL,
    "fromTrack" TEXT,
    "toTrack" TEXT,
    "day" CHAR(10) NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "undoesId" INTEGER,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerMove_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Recheck" (
    "id" SERIAL NOT NULL,
    "entryId" INTEGER NOT NULL,
    "day" CHAR(10) NOT NULL,
    "passed" BOOLEAN NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Recheck_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Plot" (
    "id" SERIAL NOT NULL,
    "ledgerId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "mime" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Plot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Measure" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "direction" "Direction" NOT NULL,
    "aggregation" "Aggregation" NOT NULL,
    "baseline" DECIMAL(18,4),
    "baselineYear" INTEGER,
    "target" DECIMAL(18,4),
    "weight" DECIMAL(8,2) NOT NULL DEFAULT 1,
    "formula" "Formula",
    "factor" DECIMAL(9,2) NOT NULL DEFAULT 1,
    "feed" JSONB,
    "order" INTEGER NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Measure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeasureTerm" (
    "measureId" INTEGER NOT NULL,
    "place" INTEGER NOT NULL,
    "termId" INTEGER NOT NULL,

    CONSTRAINT "MeasureTerm_pkey" PRIMARY KEY ("measureId","place")
);

-- CreateTable
CREATE TABLE "MeasureTarget" (
    "measureId" INTEGER NOT NULL,
    "day" CHAR(10) NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,

    CONSTRAINT "MeasureTarget_pkey" PRIMARY KEY ("measureId","day")
);

-- CreateTable
CREATE TABLE "Reading" (
    "id" SERIAL NOT NULL,
    "measureId" INTEGER NOT NULL,
    "day" CHAR(10) NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "source" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "supersedesId" INTEGER,

    CONSTRAINT "Reading_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Milestone" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "dueDay" CHAR(10) NOT NULL,
    "originalDueDay" CHAR(10) NOT NULL,
    "weight" DECIMAL(8,2) NOT NULL DEFAULT 1,
    "order" INTEGER NOT NULL,
    "doneOn" CHAR(10),
    "doneNote" TEXT NOT NULL DEFAULT '',
    "doneBy" TEXT,
    "removedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Milestone_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MilestoneTemplate" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "steps" JSONB NOT NULL,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MilestoneTemplate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Standing" (
    "taskId" INTEGER NOT NULL,
    "progress" DECIMAL(7,4),
    "complete" BOOLEAN NOT NULL,
    "parts" JSONB NOT NULL,

    CONSTRAINT "Standing_pkey" PRIMARY KEY ("taskId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Register_name_key" ON "Register"("name");

-- CreateIndex
CREATE INDEX "RegisterObject_postId_idx" ON "RegisterObject"("postId");

-- CreateIndex
CREATE INDEX "RegisterObject_unitId_idx" ON "RegisterObject"("unitId");

-- CreateIndex
CREATE UNIQUE INDEX "RegisterObject_registerId_code_key" ON "RegisterObject"("registerId", "code");

-- CreateIndex
CREATE INDEX "Duty_taskId_idx" ON "Duty"("taskId");

-- CreateIndex
CREATE INDEX "Duty_registerId_idx" ON "Duty"("registerId");

-- CreateIndex
CREATE INDEX "Visit_dutyId_objectId_day_idx" ON "Visit"("dutyId", "objectId", "day");

-- CreateIndex
CREATE INDEX "Visit_objectId_day_idx" ON "Visit"("objectId", "day");

-- CreateIndex
CREATE UNIQUE INDEX "Series_name_key" ON "Series"("name");

-- CreateIndex
CREATE INDEX "SeriesMember_seriesId_idx" ON "SeriesMember"("seriesId");

-- CreateIndex
CREATE INDEX "SeriesMetric_seriesId_idx" ON "SeriesMetric"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "Edition_seriesId_number_key" ON "Edition"("seriesId", "number");

-- CreateIndex
CREATE INDEX "Exemption_seriesId_idx" ON "Exemption"("seriesId");

-- CreateIndex
CREATE INDEX "Appeal_editionId_idx" ON "Appeal"("editionId");

-- CreateIndex
CREATE INDEX "IncentiveRule_seriesId_idx" ON "IncentiveRule"("seriesId");

-- CreateIndex
CREATE UNIQUE INDEX "Award_ruleId_editionId_memberId_key" ON "Award"("ruleId", "editionId", "memberId");

-- CreateIndex
CREATE INDEX "Ledger_taskId_idx" ON "Ledger"("taskId");

-- CreateIndex
CREATE INDEX "LedgerEntry_ledgerId_stage_idx" ON "LedgerEntry"("ledgerId", "stage");

-- CreateIndex
CREATE INDEX "LedgerEntry_unitId_idx" ON "LedgerEntry"("unitId");

-- CreateIndex
CREATE INDEX "LedgerEntry_postId_idx" ON "LedgerEntry"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_ledgerId_code_key" ON "LedgerEntry"("ledgerId", "code");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerMove_undoesId_key" ON "LedgerMove"("undoesId");

-- CreateIndex
CREATE INDEX "LedgerMove_entryId_id_idx" ON "LedgerMove"("entryId", "id");

-- CreateIndex
CREATE INDEX "LedgerMove_ledgerId_day_idx" ON "LedgerMove"("ledgerId", "day");

-- CreateIndex
CREATE INDEX "Recheck_entryId_id_idx" ON "Recheck"("entryId", "id");

-- CreateIndex
CREATE INDEX "Plot_ledgerId_idx" ON "Plot"("ledgerId");

-- CreateIndex
CREATE INDEX "Plot_sha256_idx" ON "Plot"("sha256");

-- CreateIndex
CREATE INDEX "Measure_taskId_order_idx" ON "Measure"("taskId", "order");

-- CreateIndex
CREATE INDEX "MeasureTerm_termId_idx" ON "MeasureTerm"("termId");

-- CreateIndex
CREATE UNIQUE INDEX "Reading_supersedesId_key" ON "Reading"("supersedesId");

-- CreateIndex
CREATE INDEX "Reading_measureId_day_idx" ON "Reading"("measureId", "day");

-- CreateIndex
CREATE INDEX "Milestone_taskId_order_idx" ON "Milestone"("taskId", "order");

-- CreateIndex
CREATE UNIQUE INDEX "MilestoneTemplate_name_key" ON "MilestoneTemplate"("name");

-- CreateIndex
CREATE INDEX "Evidence_milestoneId_idx" ON "Evidence"("milestoneId");

-- CreateIndex
CREATE INDEX "Evidence_readingId_idx" ON "Evidence"("readingId");

-- CreateIndex
CREATE INDEX "Evidence_moveId_idx" ON "Evidence"("moveId");

-- CreateIndex
CREATE INDEX "Evidence_visitId_idx" ON "Evidence"("visitId");

-- AddForeignKey
ALTER TABLE "RegisterObject" ADD CONSTRAINT "RegisterObject_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterObject" ADD CONSTRAINT "RegisterObject_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterObject" ADD CONSTRAINT "RegisterObject_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RegisterObject" ADD CONSTRAINT "RegisterObject_sponsorPostId_fkey" FOREIGN KEY ("sponsorPostId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_registerId_fkey" FOREIGN KEY ("registerId") REFERENCES "Register"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_dutyId_fkey" FOREIGN KEY ("dutyId") REFERENCES "Duty"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Visit" ADD CONSTRAINT "Visit_objectId_fkey" FOREIGN KEY ("objectId") REFERENCES "RegisterObject"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Series" ADD CONSTRAINT "Series_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesMember" ADD CONSTRAINT "SeriesMember_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesMember" ADD CONSTRAINT "SeriesMember_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesMember" ADD CONSTRAINT "SeriesMember_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SeriesMetric" ADD CONSTRAINT "SeriesMetric_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Edition" ADD CONSTRAINT "Edition_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exemption" ADD CONSTRAINT "Exemption_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exemption" ADD CONSTRAINT "Exemption_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "SeriesMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "SeriesMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncentiveRule" ADD CONSTRAINT "IncentiveRule_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "Series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "IncentiveRule"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_editionId_fkey" FOREIGN KEY ("editionId") REFERENCES "Edition"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Award" ADD CONSTRAINT "Award_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "SeriesMember"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Ledger" ADD CONSTRAINT "Ledger_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_ledgerId_fkey" FOREIGN KEY ("ledgerId") REFERENCES "Ledger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_sponsorPostId_fkey" FOREIGN KEY ("sponsorPostId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_plotId_fkey" FOREIGN KEY ("plotId") REFERENCES "Plot"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerMove" ADD CONSTRAINT "LedgerMove_ledgerId_fkey" FOREIGN KEY ("ledgerId") REFERENCES "Ledger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LedgerMove" ADD CONSTRAINT "LedgerMove_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Recheck" ADD CONSTRAINT "Recheck_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Plot" ADD CONSTRAINT "Plot_ledgerId_fkey" FOREIGN KEY ("ledgerId") REFERENCES "Ledger"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Measure" ADD CONSTRAINT "Measure_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureTerm" ADD CONSTRAINT "MeasureTerm_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureTerm" ADD CONSTRAINT "MeasureTerm_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeasureTarget" ADD CONSTRAINT "MeasureTarget_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_measureId_fkey" FOREIGN KEY ("measureId") REFERENCES "Measure"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reading" ADD CONSTRAINT "Reading_supersedesId_fkey" FOREIGN KEY ("supersedesId") REFERENCES "Reading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Milestone" ADD CONSTRAINT "Milestone_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Standing" ADD CONSTRAINT "Standing_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_milestoneId_fkey" FOREIGN KEY ("milestoneId") REFERENCES "Milestone"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_readingId_fkey" FOREIGN KEY ("readingId") REFERENCES "Reading"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_moveId_fkey" FOREIGN KEY ("moveId") REFERENCES "LedgerMove"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_visitId_fkey" FOREIGN KEY ("visitId") REFERENCES "Visit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must always hold, whoever writes.
ALTER TABLE "Milestone" ADD CHECK (is_day("dueDay") AND is_day("originalDueDay") AND is_day("doneOn")), ADD CHECK (weight > 0), ADD CHECK (btrim(name) <> '');
CREATE UNIQUE INDEX "Milestone_one_name" ON "Milestone" ("taskId", name) WHERE "removedAt" IS NULL;
ALTER TABLE "MilestoneTemplate" ADD CHECK (is_day("closedOn")), ADD CHECK (btrim(name) <> '');
ALTER TABLE "Measure" ADD CHECK (btrim(name) <> ''), ADD CHECK (weight >= 0), ADD CHECK (decimals BETWEEN 0 AND 4),
  ADD CHECK (direction <> 'zero' OR target IS NULL), ADD CHECK (formula IS NULL OR feed IS NULL);
CREATE UNIQUE INDEX "Measure_one_name" ON "Measure" ("taskId", name) WHERE "removedAt" IS NULL;
ALTER TABLE "MeasureTerm" ADD CHECK ("measureId" <> "termId");
ALTER TABLE "MeasureTarget" ADD CHECK (is_day(day));
ALTER TABLE "Reading" ADD CHECK (is_day(day));
ALTER TABLE "Ledger" ADD CHECK (is_day("closedOn")), ADD CHECK (weight >= 0), ADD CHECK (btrim(name) <> ''), ADD CHECK (jsonb_typeof(stages) = 'array' AND jsonb_array_length(stages) > 0);
ALTER TABLE "LedgerEntry" ADD CHECK (is_day("stageSince") AND is_day("stageDue") AND is_day("joinedOn") AND is_day("writtenOffOn") AND is_day("removedOn")),
  ADD CHECK (weight > 0), ADD CHECK (btrim(code) <> ''), ADD CHECK ((x IS NULL) = (y IS NULL) AND (x IS NULL) = ("plotId" IS NULL)),
  ADD CHECK (x BETWEEN 0 AND 1 AND y BETWEEN 0 AND 1);
ALTER TABLE "LedgerMove" ADD CHECK (is_day(day));
ALTER TABLE "Recheck" ADD CHECK (is_day(day));
ALTER TABLE "Plot" ADD CHECK (sha256 ~ '^[0-9a-f]{64}$'), ADD CHECK (width > 0 AND height > 0 AND size > 0);
ALTER TABLE "Register" ADD CHECK (is_day("closedOn")), ADD CHECK (btrim(name) <> '');
ALTER TABLE "RegisterObject" ADD CHECK (is_day("activeFrom") AND is_day("activeTo")), ADD CHECK ("activeTo" IS NULL OR "activeTo" >= "activeFrom"), ADD CHECK (btrim(code) <> '');
ALTER TABLE "Duty" ADD CHECK (is_day("fromDay") AND is_day("toDay") AND is_day("closedOn")), ADD CHECK ("toDay" >= "fromDay"), ADD CHECK (times BETWEEN 1 AND 99), ADD CHECK (weight >= 0);
ALTER TABLE "Visit" ADD CHECK (is_day(day));
ALTER TABLE "Series" ADD CHECK (is_day("closedOn")), ADD CHECK (btrim(name) <> '');
ALTER TABLE "SeriesMember" ADD CHECK (is_day("activeFrom") AND is_day("activeTo")), ADD CHECK (("unitId" IS NULL) <> ("postId" IS NULL));
CREATE UNIQUE INDEX "SeriesMember_once" ON "SeriesMember" ("seriesId", "unitId", "postId") NULLS NOT DISTINCT WHERE "activeTo" IS NULL;
ALTER TABLE "SeriesMetric" ADD CHECK (weight > 0);
ALTER TABLE "Edition" ADD CHECK (is_day("fromDay") AND is_day("asOf")), ADD CHECK ("fromDay" <= "asOf");
ALTER TABLE "IncentiveRule" ADD CHECK (is_day("closedOn"));
ALTER TABLE "Award" ADD CHECK (is_day(day));
ALTER TABLE "Standing" ADD CHECK (progress BETWEEN 0 AND 100);
ALTER TABLE "Task" ADD CONSTRAINT "Task_light" CHECK (is_day("lightSince") AND ("lightOverride" IS NULL) = ("lightReason" IS NULL)
  AND ("lightOverride" IS NULL) = ("lightSince" IS NULL));

-- Readings and moves are superseded, never changed.
DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'guatu_app') THEN
    REVOKE UPDATE, DELETE ON "Reading", "LedgerMove" FROM guatu_app;
  END IF;
END $$;
