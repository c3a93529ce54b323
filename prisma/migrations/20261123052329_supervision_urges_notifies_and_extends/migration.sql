-- CreateEnum
CREATE TYPE "NoticeLevel" AS ENUM ('blue', 'orange', 'red');

-- CreateEnum
CREATE TYPE "ExtensionStatus" AS ENUM ('asked', 'granted', 'declined', 'withdrawn');

-- AlterTable
ALTER TABLE "Evidence" ADD COLUMN     "noticeId" INTEGER;

-- AlterTable
ALTER TABLE "Task" ADD COLUMN     "extensionCount" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "Urge" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3),
    "seenBy" TEXT,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "repliedBy" TEXT,

    CONSTRAINT "Urge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "level" "NoticeLevel" NOT NULL,
    "reason" TEXT NOT NULL,
    "demand" TEXT NOT NULL,
    "replyDay" CHAR(10) NOT NULL,
    "afterId" INTEGER,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "issuedOn" CHAR(10) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3),
    "receivedBy" TEXT,
    "reply" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "repliedOn" CHAR(10),
    "repliedBy" TEXT,
    "settledAt" TIMESTAMPTZ(3),
    "settledBy" TEXT,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnWhy" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Extension" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'asked',
    "dueDay" CHAR(10) NOT NULL,
    "wantedDay" CHAR(10) NOT NULL,
    "reason" TEXT NOT NULL,
    "progress" INTEGER,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "grantedDay" CHAR(10),
    "exempt" BOOLEAN NOT NULL DEFAULT false,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Extension_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Urge_taskId_id_idx" ON "Urge"("taskId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_afterId_key" ON "Notice"("afterId");

-- CreateIndex
CREATE INDEX "Notice_taskId_id_idx" ON "Notice"("taskId", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_year_number_key" ON "Notice"("year", "number");

-- CreateIndex
CREATE INDEX "Extension_taskId_id_idx" ON "Extension"("taskId", "id");

-- CreateIndex
CREATE INDEX "Evidence_noticeId_idx" ON "Evidence"("noticeId");

-- AddForeignKey
ALTER TABLE "Urge" ADD CONSTRAINT "Urge_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notice" ADD CONSTRAINT "Notice_afterId_fkey" FOREIGN KEY ("afterId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Extension" ADD CONSTRAINT "Extension_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_noticeId_fkey" FOREIGN KEY ("noticeId") REFERENCES "Notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What must always hold, whoever writes.
ALTER TABLE "Notice" ADD CHECK (is_day("replyDay") AND is_day("issuedOn") AND is_day("repliedOn")), ADD CHECK (number > 0), ADD CHECK (btrim(reason) <> '' AND btrim(demand) <> ''),
  ADD CHECK ((reply IS NULL) = ("repliedAt" IS NULL));
ALTER TABLE "Extension" ADD CHECK (is_day("dueDay") AND is_day("wantedDay") AND is_day("grantedDay")), ADD CHECK ("wantedDay" > "dueDay"),
  ADD CHECK (btrim(reason) <> ''), ADD CHECK ((status = 'granted') = ("grantedDay" IS NOT NULL));
CREATE UNIQUE INDEX "Extension_one_open" ON "Extension" ("taskId") WHERE status = 'asked';
ALTER TABLE "Task" ADD CONSTRAINT "Task_extensions" CHECK ("extensionCount" >= 0);
