-- CreateEnum
CREATE TYPE "AgendaState" AS ENUM ('waiting', 'discussed', 'moved', 'dropped');

-- CreateEnum
CREATE TYPE "Presence" AS ENUM ('present', 'substitute', 'leave', 'absent');

-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('mail', 'dingtalk', 'wecom', 'feishu');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('waiting', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "PaperStatus" AS ENUM ('draft', 'issued');

-- CreateEnum
CREATE TYPE "RoundWho" AS ENUM ('owner', 'ownerAndSupporting');

-- CreateEnum
CREATE TYPE "InstructionKind" AS ENUM ('note', 'task');

-- CreateEnum
CREATE TYPE "Pace" AS ENUM ('ordinary', 'hard');

-- CreateEnum
CREATE TYPE "VerifyMethod" AS ENUM ('onSite', 'phone', 'photo', 'documents');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "MeetingStatus" ADD VALUE 'draft';
ALTER TYPE "MeetingStatus" ADD VALUE 'inProgress';

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "OutcomeKind" ADD VALUE 'extension';
ALTER TYPE "OutcomeKind" ADD VALUE 'closing';
ALTER TYPE "OutcomeKind" ADD VALUE 'instruction';

-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "linkId" INTEGER,
ADD COLUMN     "supportUnitId" INTEGER;

-- AlterTable
ALTER TABLE "Meeting" ADD COLUMN     "chairPostId" INTEGER,
ADD COLUMN     "minutes" INTEGER NOT NULL DEFAULT 60,
ADD COLUMN     "place" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "previousId" INTEGER,
ADD COLUMN     "recorder" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "seriesId" INTEGER,
ADD COLUMN     "startTime" CHAR(5) NOT NULL DEFAULT '09:00',
ADD COLUMN     "startedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Outcome" ADD COLUMN     "agendaItemId" INTEGER;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "published" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reportDueDay" CHAR(10),
ADD COLUMN     "verifyMethod" "VerifyMethod";

-- CreateTable
CREATE TABLE "MeetingSeries" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "every" "Every",
    "weekday" INTEGER,
    "monthDay" INTEGER,
    "startTime" CHAR(5) NOT NULL DEFAULT '09:00',
    "minutes" INTEGER NOT NULL DEFAULT 60,
    "place" TEXT NOT NULL DEFAULT '',
    "template" JSONB NOT NULL DEFAULT '[]',
    "order" INTEGER NOT NULL DEFAULT 0,
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MeetingSeries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MeetingSeriesPost" (
    "seriesId" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,

    CONSTRAINT "MeetingSeriesPost_pkey" PRIMARY KEY ("seriesId","postId")
);

-- CreateTable
CREATE TABLE "AgendaItem" (
    "id" SERIAL NOT NULL,
    "meetingId" INTEGER,
    "seriesId" INTEGER,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "taskId" INTEGER,
    "link" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "minutes" INTEGER NOT NULL DEFAULT 5,
    "spentSeconds" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3),
    "rank" TEXT NOT NULL,
    "record" TEXT NOT NULL DEFAULT '',
    "state" "AgendaState" NOT NULL DEFAULT 'waiting',
    "carriedFromId" INTEGER,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "AgendaItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attendance" (
    "meetingId" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "presence" "Presence",
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Attendance_pkey" PRIMARY KEY ("meetingId","postId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" SERIAL NOT NULL,
    "accountId" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "taskId" INTEGER,
    "link" TEXT NOT NULL,
    "params" JSONB NOT NULL DEFAULT '{}',
    "sensitive" BOOLEAN NOT NULL DEFAULT false,
    "key" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delivery" (
    "id" SERIAL NOT NULL,
    "notificationId" INTEGER NOT NULL,
    "channel" "Channel" NOT NULL,
    "status" "DeliveryStatus" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "digest" TEXT,
    "problem" TEXT,

    CONSTRAINT "Delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Preference" (
    "accountId" INTEGER NOT NULL,
    "kinds" JSONB NOT NULL DEFAULT '{}',
    "quietFrom" INTEGER,
    "quietTo" INTEGER,
    "digestAt" INTEGER,
    "mail" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Preference_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Outlet" (
    "channel" "Channel" NOT NULL,
    "address" TEXT NOT NULL,
    "secret" TEXT,
    "sender" TEXT NOT NULL DEFAULT '',
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Outlet_pkey" PRIMARY KEY ("channel")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "accountId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Paper" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "source" JSONB NOT NULL DEFAULT '{}',
    "fromDay" CHAR(10) NOT NULL,
    "toDay" CHAR(10) NOT NULL,
    "body" JSONB NOT NULL,
    "seq" BIGINT NOT NULL,
    "status" "PaperStatus" NOT NULL DEFAULT 'draft',
    "issuedOn" CHAR(10),
    "issuedBy" TEXT,
    "label" "Label" NOT NULL DEFAULT 'internal',
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundRule" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "every" "Every" NOT NULL,
    "weekday" INTEGER,
    "monthDay" INTEGER,
    "windowDays" INTEGER NOT NULL,
    "graceDays" INTEGER NOT NULL DEFAULT 0,
    "scope" JSONB NOT NULL DEFAULT '{}',
    "who" "RoundWho" NOT NULL DEFAULT 'owner',
    "instructions" TEXT NOT NULL DEFAULT '',
    "lastOpenedOn" CHAR(10),
    "closedOn" CHAR(10),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "RoundRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" SERIAL NOT NULL,
    "ruleId" INTEGER,
    "title" TEXT NOT NULL,
    "periodFrom" CHAR(10) NOT NULL,
    "periodTo" CHAR(10) NOT NULL,
    "windowFrom" CHAR(10) NOT NULL,
    "windowTo" CHAR(10) NOT NULL,
    "graceDays" INTEGER NOT NULL DEFAULT 0,
    "scope" JSONB NOT NULL DEFAULT '{}',
    "who" "RoundWho" NOT NULL DEFAULT 'owner',
    "instructions" TEXT NOT NULL DEFAULT '',
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "record" JSONB,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundOwed" (
    "id" SERIAL NOT NULL,
    "roundId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "supportUnitId" INTEGER,
    "checkInId" INTEGER,
    "doneOn" CHAR(10),
    "excused" TEXT,

    CONSTRAINT "RoundOwed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "accountId" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateTable
CREATE TABLE "ReportLink" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "roundId" INTEGER NOT NULL,
    "madeBy" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReportLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Instruction" (
    "id" SERIAL NOT NULL,
    "kind" "InstructionKind" NOT NULL,
    "text" TEXT NOT NULL,
    "taskId" INTEGER,
    "madeId" INTEGER,
    "toPostId" INTEGER NOT NULL,
    "pace" "Pace",
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "day" CHAR(10) NOT NULL,

    CONSTRAINT "Instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "InstructionReceipt" (
    "instructionId" INTEGER NOT NULL,
    "accountId" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "InstructionReceipt_pkey" PRIMARY KEY ("instructionId","accountId")
);

-- CreateTable
CREATE TABLE "Sampling" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "fromDay" CHAR(10) NOT NULL,
    "toDay" CHAR(10) NOT NULL,
    "size" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "population" INTEGER NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Sampling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampleItem" (
    "id" SERIAL NOT NULL,
    "samplingId" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "entryId" INTEGER,
    "passed" BOOLEAN,
    "method" "VerifyMethod",
    "note" TEXT NOT NULL DEFAULT '',
    "checkedOn" CHAR(10),
    "checkedBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "SampleItem_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "MeetingSeries_name_key" ON "MeetingSeries"("name");

-- CreateIndex
CREATE INDEX "AgendaItem_meetingId_rank_idx" ON "AgendaItem"("meetingId", "rank");

-- CreateIndex
CREATE INDEX "AgendaItem_seriesId_idx" ON "AgendaItem"("seriesId");

-- CreateIndex
CREATE INDEX "AgendaItem_taskId_idx" ON "AgendaItem"("taskId");

-- CreateIndex
CREATE INDEX "Notification_accountId_id_idx" ON "Notification"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_accountId_key_key" ON "Notification"("accountId", "key");

-- CreateIndex
CREATE INDEX "Delivery_status_dueAt_idx" ON "Delivery"("status", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_notificationId_channel_key" ON "Delivery"("notificationId", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_hash_key" ON "CalendarFeed"("hash");

-- CreateIndex
CREATE INDEX "Paper_kind_id_idx" ON "Paper"("kind", "id");

-- CreateIndex
CREATE INDEX "Round_windowFrom_idx" ON "Round"("windowFrom");

-- CreateIndex
CREATE INDEX "RoundOwed_roundId_idx" ON "RoundOwed"("roundId");

-- CreateIndex
CREATE INDEX "RoundOwed_taskId_idx" ON "RoundOwed"("taskId");

-- CreateIndex
CREATE INDEX "RoundOwed_checkInId_idx" ON "RoundOwed"("checkInId");

-- CreateIndex
CREATE UNIQUE INDEX "ReportLink_hash_key" ON "ReportLink"("hash");

-- CreateIndex
CREATE INDEX "ReportLink_accountId_idx" ON "ReportLink"("accountId");

-- CreateIndex
CREATE INDEX "ReportLink_roundId_idx" ON "ReportLink"("roundId");

-- CreateIndex
CREATE UNIQUE INDEX "Instruction_madeId_key" ON "Instruction"("madeId");

-- CreateIndex
CREATE INDEX "Instruction_taskId_id_idx" ON "Instruction"("taskId", "id");

-- CreateIndex
CREATE INDEX "Instruction_accountId_idx" ON "Instruction"("accountId");

-- CreateIndex
CREATE INDEX "SampleItem_taskId_idx" ON "SampleItem"("taskId");

-- CreateIndex
CREATE UNIQUE INDEX "SampleItem_samplingId_order_key" ON "SampleItem"("samplingId", "order");

-- CreateIndex
CREATE INDEX "Meeting_seriesId_id_idx" ON "Meeting"("seriesId", "id");

-- CreateIndex
CREATE INDEX "Outcome_agendaItemId_idx" ON "Outcome"("agendaItemId");

-- AddForeignKey
ALTER TABLE "MeetingSeriesPost" ADD CONSTRAINT "MeetingSeriesPost_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "MeetingSeries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MeetingSeriesPost" ADD CONSTRAINT "MeetingSeriesPost_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "MeetingSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_previousId_fkey" FOREIGN KEY ("previousId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Meeting" ADD CONSTRAINT "Meeting_chairPostId_fkey" FOREIGN KEY ("chairPostId") REFERENCES "Post"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_seriesId_fkey" FOREIGN KEY ("seriesId") REFERENCES "MeetingSeries"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AgendaItem" ADD CONSTRAINT "AgendaItem_carriedFromId_fkey" FOREIGN KEY ("carriedFromId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_meetingId_fkey" FOREIGN KEY ("meetingId") REFERENCES "Meeting"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attendance" ADD CONSTRAINT "Attendance_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_agendaItemId_fkey" FOREIGN KEY ("agendaItemId") REFERENCES "AgendaItem"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Preference" ADD CONSTRAINT "Preference_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "RoundRule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_supportUnitId_fkey" FOREIGN KEY ("supportUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportLink" ADD CONSTRAINT "ReportLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportLink" ADD CONSTRAINT "ReportLink_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_madeId_fkey" FOREIGN KEY ("madeId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_toPostId_fkey" FOREIGN KEY ("toPostId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstructionReceipt" ADD CONSTRAINT "InstructionReceipt_instructionId_fkey" FOREIGN KEY ("instructionId") REFERENCES "Instruction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "InstructionReceipt" ADD CONSTRAINT "InstructionReceipt_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_samplingId_fkey" FOREIGN KEY ("samplingId") REFERENCES "Sampling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampleItem" ADD CONSTRAINT "SampleItem_entryId_fkey" FOREIGN KEY ("entryId") REFERENCES "LedgerEntry"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_supportUnitId_fkey" FOREIGN KEY ("supportUnitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must always hold
CREATE UNIQUE INDEX "RoundOwed_once" ON "RoundOwed" ("roundId", "taskId", COALESCE("supportUnitId", 0));
ALTER TABLE "Task" ADD CHECK (is_day("reportDueDay"));
ALTER TABLE "RoundRule" ADD CHECK (is_day("lastOpenedOn") AND is_day("closedOn")), ADD CHECK (weekday BETWEEN 1 AND 7), ADD CHECK ("monthDay" BETWEEN 1 AND 31),
  ADD CHECK ("windowDays" BETWEEN 0 AND 366), ADD CHECK ("graceDays" BETWEEN 0 AND 60), ADD CHECK (btrim(name) <> '');
ALTER TABLE "Round" ADD CHECK (is_day("periodFrom") AND is_day("periodTo") AND is_day("windowFrom") AND is_day("windowTo")),
  ADD CHECK ("periodFrom" <= "periodTo"), ADD CHECK ("windowFrom" <= "windowTo"), ADD CHECK ("graceDays" BETWEEN 0 AND 60), ADD CHECK (btrim(title) <> '');
ALTER TABLE "RoundOwed" ADD CHECK (is_day("doneOn"));
ALTER TABLE "Instruction" ADD CHECK (is_day(day)), ADD CHECK (btrim(text) <> ''), ADD CHECK (kind = 'note' OR "madeId" IS NOT NULL);
ALTER TABLE "Sampling" ADD CHECK (is_day("fromDay") AND is_day("toDay")), ADD CHECK (size > 0), ADD CHECK (population >= 0);
ALTER TABLE "SampleItem" ADD CHECK (is_day("checkedOn")), ADD CHECK ((passed IS NULL) = ("checkedOn" IS NULL));
ALTER TABLE "MeetingSeries" ADD CHECK (is_day("closedOn")), ADD CHECK (weekday BETWEEN 1 AND 7), ADD CHECK ("monthDay" BETWEEN 1 AND 31), ADD CHECK (minutes BETWEEN 5 AND 1440),
  ADD CHECK (btrim(name) <> '');
ALTER TABLE "AgendaItem" ADD CHECK ("meetingId" IS NOT NULL OR "seriesId" IS NOT NULL), ADD CHECK (minutes BETWEEN 0 AND 1440), ADD CHECK ("spentSeconds" >= 0), ADD CHECK (btrim(title) <> '');
ALTER TABLE "Paper" ADD CHECK (is_day("fromDay") AND is_day("toDay") AND is_day("issuedOn")), ADD CHECK ((status = 'issued') = ("issuedOn" IS NOT NULL)), ADD CHECK (btrim(title) <> '');
