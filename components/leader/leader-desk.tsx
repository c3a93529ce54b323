"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState } from "react";
import { useOffice } from "@/components/data/office";
import { useBoard } from "@/components/data/use-board";
import { useFreshTexts } from "@/components/data/use-fresh-texts";
import { InstructDialog } from "@/components/instructions/instruct-dialog";
import { isOpen } from "@/components/instructions/instruction-list";
import { Button, LinkButton } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import type { BoardTask } from "@/lib/board/rules";
import type { Instruction } from "@/lib/instructions/queries";
import type { SponsoredCase } from "@/lib/ledgers/case-queries";
import type { Closure } from "@/lib/samplings/rules";
import type { Asks } from "@/lib/supervision/desk-rules";
import { useWords } from "@/lib/words-client";
import { LeaderFigures } from "./leader-figures";
import { leaderDesk } from "./leader-rules";
import { MyCases } from "./my-cases";
import { MyInstructions } from "./my-instructions";
import { MySponsored } from "./my-sponsored";
import { TodaysReds } from "./todays-reds";
import { WaitingApprovals } from "./waiting-approvals";

export type LeaderProps = {
  asks: Asks;
  instructions: readonly Instruction[];
  cases: readonly SponsoredCase[];
  closure: Closure;
};

/** A leader's day on one page, made for a phone: what waits for a word, what is red and why, what was instructed. */
export function LeaderDesk({ asks, instructions, cases, closure }: LeaderProps) {
  const t = useWords("leader");
  const router = useRouter();
  const board = useBoard();
  const { actor } = useOffice();
  const [about, setAbout] = useState<BoardTask | "new" | null>(null);
  const desk = useMemo(
    () =>
      board ? leaderDesk(board.tasks, { actor, asks, setting: board.setting, lightOf: board.lightOf }) : null,
    [board, actor, asks],
  );
  useFreshTexts(board?.tasks ?? null);
  if (!board || !desk) return <Skeleton className="h-12" lines={6} />;
  const open = instructions.filter((one) => isOpen(one, (id) => board.byId.get(id))).length;
  const refresh = { onChanged: router.refresh };
  const instruct = { onInstruct: setAbout, ...refresh };
  return (
    <>
      <LeaderFigures cases={cases.length} closure={closure} desk={desk} instructions={open} />
      <p className="mb-6 flex flex-wrap gap-2 print:hidden">
        <Button onClick={() => setAbout("new")}>{t("new")}</Button>
        <LinkButton href="/" variant="quiet">
          {t("own")}
        </LinkButton>
      </p>
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="min-w-0 space-y-8">
          <WaitingApprovals asks={asks} waiting={desk.waiting} {...refresh} />
          <TodaysReds board={board} mine={desk.myReds} others={desk.otherReds} {...instruct} />
          <MySponsored board={board} tasks={desk.mine} {...instruct} />
        </div>
        <div className="min-w-0 space-y-8">
          <MyInstructions all={instructions} board={board} {...refresh} />
          <MyCases cases={cases} />
        </div>
      </div>
      {about ? (
        <InstructDialog
          onClose={() => setAbout(null)}
          onDone={router.refresh}
          task={about === "new" ? null : about}
        />
      ) : null}
    </>
  );
}
