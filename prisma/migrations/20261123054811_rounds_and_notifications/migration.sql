-- CreateEnum
CREATE TYPE "Channel" AS ENUM ('mail', 'dingtalk', 'wecom', 'feishu');

-- CreateEnum
CREATE TYPE "DeliveryStatus" AS ENUM ('waiting', 'sent', 'failed', 'dropped');

-- CreateEnum
CREATE TYPE "RoundWho" AS ENUM ('owner', 'ownerAndSupporting');

-- AlterTable
ALTER TABLE "CheckIn" ADD COLUMN     "supporting" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "unitId" INTEGER;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "verifyMethod" TEXT;

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
CREATE TABLE "ReportLink" (
    "id" SERIAL NOT NULL,
    "hash" TEXT NOT NULL,
    "accountId" INTEGER NOT NULL,
    "roundId" INTEGER NOT NULL,
    "madeBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "usedAt" TIMESTAMPTZ(3),
    "uses" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ReportLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CalendarFeed" (
    "accountId" INTEGER NOT NULL,
    "hash" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CalendarFeed_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "RoundRule" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "every" "Every" NOT NULL,
    "weekday" INTEGER,
    "monthDay" INTEGER,
    "windowDays" INTEGER NOT NULL,
    "graceDays" INTEGER NOT NULL,
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
    "openedAt" TIMESTAMPTZ(3),
    "openedSeq" BIGINT,
    "closedAt" TIMESTAMPTZ(3),
    "mergedIntoId" INTEGER,
    "record" JSONB,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundOwed" (
    "roundId" INTEGER NOT NULL,
    "taskId" INTEGER NOT NULL,
    "postId" INTEGER NOT NULL,
    "supporting" BOOLEAN NOT NULL DEFAULT false,
    "checkInId" INTEGER,
    "doneOn" CHAR(10),
    "excused" TEXT,

    CONSTRAINT "RoundOwed_pkey" PRIMARY KEY ("roundId","taskId","postId")
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
CREATE TABLE "Instruction" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER,
    "newTaskId" INTEGER,
    "text" TEXT NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),
    "seenBy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Instruction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sampling" (
    "id" SERIAL NOT NULL,
    "seed" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "population" INTEGER NOT NULL,
    "scope" JSONB NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Sampling_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SampledItem" (
    "samplingId" INTEGER NOT NULL,
    "subjectType" TEXT NOT NULL,
    "subjectId" INTEGER NOT NULL,
    "taskId" INTEGER,
    "passed" BOOLEAN,
    "method" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "day" CHAR(10),
    "author" TEXT,

    CONSTRAINT "SampledItem_pkey" PRIMARY KEY ("samplingId","subjectType","subjectId")
);

-- CreateIndex
CREATE INDEX "Notification_accountId_id_idx" ON "Notification"("accountId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_accountId_key_key" ON "Notification"("accountId", "key");

-- CreateIndex
CREATE INDEX "Delivery_status_dueAt_idx" ON "Delivery"("status", "dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "Delivery_notificationId_channel_key" ON "Delivery"("notificationId", "channel");

-- CreateIndex
CREATE UNIQUE INDEX "ReportLink_hash_key" ON "ReportLink"("hash");

-- CreateIndex
CREATE INDEX "ReportLink_accountId_idx" ON "ReportLink"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "CalendarFeed_hash_key" ON "CalendarFeed"("hash");

-- CreateIndex
CREATE INDEX "Round_windowFrom_idx" ON "Round"("windowFrom");

-- CreateIndex
CREATE INDEX "RoundOwed_taskId_idx" ON "RoundOwed"("taskId");

-- CreateIndex
CREATE INDEX "RoundOwed_postId_idx" ON "RoundOwed"("postId");

-- CreateIndex
CREATE UNIQUE INDEX "Instruction_newTaskId_key" ON "Instruction"("newTaskId");

-- CreateIndex
CREATE INDEX "Instruction_taskId_idx" ON "Instruction"("taskId");

-- CreateIndex
CREATE INDEX "Instruction_accountId_idx" ON "Instruction"("accountId");

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Delivery" ADD CONSTRAINT "Delivery_notificationId_fkey" FOREIGN KEY ("notificationId") REFERENCES "Notification"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Preference" ADD CONSTRAINT "Preference_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportLink" ADD CONSTRAINT "ReportLink_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CalendarFeed" ADD CONSTRAINT "CalendarFeed_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "RoundRule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_mergedIntoId_fkey" FOREIGN KEY ("mergedIntoId") REFERENCES "Round"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_roundId_fkey" FOREIGN KEY ("roundId") REFERENCES "Round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundOwed" ADD CONSTRAINT "RoundOwed_checkInId_fkey" FOREIGN KEY ("checkInId") REFERENCES "CheckIn"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Instruction" ADD CONSTRAINT "Instruction_newTaskId_fkey" FOREIGN KEY ("newTaskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampledItem" ADD CONSTRAINT "SampledItem_samplingId_fkey" FOREIGN KEY ("samplingId") REFERENCES "Sampling"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SampledItem" ADD CONSTRAINT "SampledItem_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckIn" ADD CONSTRAINT "CheckIn_unitId_fkey" FOREIGN KEY ("unitId") REFERENCES "Unit"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must always hold, whoever writes.
ALTER TABLE "RoundRule" ADD CHECK (is_day("lastOpenedOn") AND is_day("closedOn")), ADD CHECK (every IN ('week', 'month')),
  ADD CHECK ((every = 'week') = (weekday IS NOT NULL) AND (every = 'month') = ("monthDay" IS NOT NULL)),
  ADD CHECK (weekday BETWEEN 1 AND 7 AND "monthDay" BETWEEN 1 AND 31 AND "windowDays" BETWEEN 1 AND 31 AND "graceDays" BETWEEN 0 AND 31);
ALTER TABLE "Round" ADD CHECK (is_day("periodFrom") AND is_day("periodTo") AND is_day("windowFrom") AND is_day("windowTo")),
  ADD CHECK ("periodFrom" <= "periodTo" AND "windowFrom" <= "windowTo"), ADD CHECK ("graceDays" BETWEEN 0 AND 31), ADD CHECK (btrim(title) <> ''),
  ADD CHECK ("closedAt" IS NULL OR record IS NOT NULL), ADD CHECK ("mergedIntoId" <> id);
CREATE UNIQUE INDEX "Round_once" ON "Round" ("ruleId", "windowFrom") WHERE "ruleId" IS NOT NULL;
ALTER TABLE "RoundOwed" ADD CHECK (is_day("doneOn"));
ALTER TABLE "Instruction" ADD CHECK (btrim(text) <> ''), ADD CHECK ("taskId" IS NOT NULL OR "newTaskId" IS NOT NULL);
ALTER TABLE "Sampling" ADD CHECK (size > 0 AND population >= size);
ALTER TABLE "SampledItem" ADD CHECK (is_day(day)), ADD CHECK ((passed IS NULL) = (day IS NULL));
ALTER TABLE "Preference" ADD CHECK ("quietFrom" BETWEEN 0 AND 1439 AND "quietTo" BETWEEN 0 AND 1439 AND "digestAt" BETWEEN 0 AND 1439);
