"use client";

import { useRouter } from "next/navigation";
import { useCallback } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { isForToast, runCommand } from "@/components/data/use-command";
import { announce } from "@/components/ui/announce";
import { notify } from "@/components/ui/toast-queue";
import type { Organisation, OrganisationPost } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import { placeAfter, type TreeRow } from "./tree-rules";

type Renamed = { kind: "done" } | { kind: "stale"; name: string; version: number } | { kind: "refused" };

/** Renaming and moving rows of the tree, each with its way back. */
export function useTreeDeeds(organisation: Organisation) {
  const t = useWords("organisation");
  const router = useRouter();

  const send = useCallback(
    async (row: TreeRow, version: number, fields: object): Promise<CommandProblem | null> => {
      const name = row.kind === "unit" ? "unit.edit" : "post.edit";
      const subject = row.kind === "unit" ? { unitId: row.unit.id } : { postId: row.post.id };
      try {
        await runCommand(name, { ...subject, version, ...fields });
        router.refresh();
        return null;
      } catch (error) {
        if (!(error instanceof CommandProblem)) throw error;
        if (isForToast(error)) notify({ text: error.title, tone: "error" });
        return error;
      }
    },
    [router],
  );

  /** @param version the one that was looked at, or the one that a conflict told */
  const rename = useCallback(
    async (row: TreeRow, name: string, version: number): Promise<Renamed> => {
      const before = row.kind === "unit" ? row.unit.name : row.post.name;
      const problem = await send(row, version, { name });
      if (!problem) {
        const undo = () => void send(row, version + 1, { name: before });
        notify({ text: t("done.renamed", { before, after: name }), undo });
        return { kind: "done" };
      }
      if (!problem.isStale) return { kind: "refused" };
      const { name: theirs, version: now } = problem.current ?? {};
      return { kind: "stale", name: String(theirs), version: Number(now) };
    },
    [send, t],
  );

  const step = useCallback(
    async (row: TreeRow, by: 1 | -1) => {
      const order = placeAfter(organisation, row, by);
      if (order === null) return announce(t("done.atEnd"));
      const version = row.kind === "unit" ? row.unit.version : row.post.version;
      const problem = await send(row, version, { order });
      if (!problem) announce(t(by === 1 ? "done.movedDown" : "done.movedUp"));
      else if (problem.isStale) router.refresh();
    },
    [organisation, router, send, t],
  );

  const setHead = useCallback(
    async (post: OrganisationPost, isHead: boolean) => {
      const row = { kind: "post", key: "", level: 0, post } as const;
      const problem = await send(row, post.version, { isHead });
      if (problem?.isStale) router.refresh();
    },
    [router, send],
  );

  return { rename, step, setHead };
}
