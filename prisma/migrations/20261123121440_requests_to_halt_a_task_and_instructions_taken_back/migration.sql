-- CreateEnum
CREATE TYPE "HaltStep" AS ENUM ('suspend', 'terminate');

-- AlterTable
ALTER TABLE "Instruction" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "Halt" (
    "id" SERIAL NOT NULL,
    "taskId" INTEGER NOT NULL,
    "status" "ExtensionStatus" NOT NULL DEFAULT 'asked',
    "step" "HaltStep" NOT NULL,
    "untilDay" CHAR(10),
    "reason" TEXT NOT NULL,
    "accountId" INTEGER,
    "author" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "answer" TEXT,
    "answeredBy" TEXT,
    "answeredAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "Halt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Halt_taskId_id_idx" ON "Halt"("taskId", "id");

-- AddForeignKey
ALTER TABLE "Halt" ADD CONSTRAINT "Halt_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Halt" ADD CHECK (is_day("untilDay")), ADD CHECK (btrim(reason) <> ''), ADD CHECK ((step = 'suspend') = ("untilDay" IS NOT NULL)),
  ADD CHECK ((status = 'asked') = ("answeredAt" IS NULL));

-- The same rule once more, as one expression: the checks of a task ask it of every day at every change.
CREATE OR REPLACE FUNCTION is_day(d text) RETURNS boolean LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
BEGIN
  RETURN d ~ ('^[0-9]{4}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$'
    '|^([0-9]{2}(0[48]|[2468][048]|[13579][26])|([02468][048]|[13579][26])00)-02-29$');
END $$;
