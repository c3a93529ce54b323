"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { runCommand } from "@/components/data/use-command";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { notify } from "@/components/ui/toast-queue";
import { useWords } from "@/lib/words-client";
import { EditAccount } from "./edit-account";
import { ResetPassword } from "./reset-password";

export type AccountSummary = {
  id: number;
  name: string;
  version: number;
  oidcSubject: string | null;
  isDisabled: boolean;
  isLocked: boolean;
  isSignedIn: boolean;
  isOwn: boolean;
  /** Holds a role that the system administrator must not get hold of. */
  isBeyond: boolean;
};

/** What may be done with one account, each with the reason why not. */
export function AccountMenu({ account }: { account: AccountSummary }) {
  const t = useWords("admin");
  const [dialog, setDialog] = useState<"edit" | "reset" | null>(null);
  const act = useAct();
  const own = account.isOwn ? t("deed.own") : null;
  const input = { accountId: account.id };
  const enable = () => act("account.enable", input, t("deed.enabled"));
  const items: MenuEntry[] = [
    { label: t("deed.edit"), onSelect: () => setDialog("edit") },
    {
      label: t("deed.reset"),
      onSelect: () => setDialog("reset"),
      reason: own ?? (account.isBeyond ? t("deed.beyond") : null),
    },
    {
      label: t("deed.unlock"),
      onSelect: () => act("account.unlock", input, t("deed.unlocked")),
      reason: account.isLocked ? null : t("deed.notLocked"),
    },
    {
      label: t("deed.endAll"),
      onSelect: () => act("session.endAll", input, t("deed.ended")),
      reason: account.isSignedIn ? null : t("deed.noSessions"),
    },
    "line",
    account.isDisabled
      ? { label: t("deed.enable"), onSelect: enable }
      : {
          label: t("deed.disable"),
          danger: true,
          onSelect: () => act("account.disable", input, t("deed.disabled"), enable),
          reason: own,
        },
  ];
  return (
    <>
      <Menu
        items={items}
        label={t("deed.menu", { name: account.name })}
        trigger={(props) => (
          <IconButton {...props} label={t("deed.menu", { name: account.name })} size="sm">
            <Icon name="more" />
          </IconButton>
        )}
      />
      {dialog === "edit" ? <EditAccount account={account} onClose={() => setDialog(null)} /> : null}
      {dialog === "reset" ? <ResetPassword account={account} onClose={() => setDialog(null)} /> : null}
    </>
  );
}

/** Runs one command, tells what came of it, and draws the page again. */
function useAct() {
  const router = useRouter();
  return async (command: string, input: unknown, done: string, undo?: () => void) => {
    try {
      await runCommand(command, input);
      notify({ text: done, ...(undo && { undo }) });
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      notify({ text: error.title, tone: "error" });
    }
    router.refresh();
  };
}
