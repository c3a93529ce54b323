"use client";

import { useRouter } from "next/navigation";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import type { ButtonVariant } from "@/components/ui/button-look";
import { notify } from "@/components/ui/toast-queue";

type Props = {
  command: string;
  input: unknown;
  /** What is told when it is done. */
  done: string;
  label: string;
  /** The whole name for those who hear it, where many such buttons stand in a list. */
  fullLabel?: string;
  reason?: string | null;
  variant?: ButtonVariant;
};

/** A button that runs one command and draws the page again. */
export function ActButton({ command, input, done, label, fullLabel, reason, variant = "quiet" }: Props) {
  const { run, pending } = useCommand(command);
  const router = useRouter();
  const act = async () => {
    try {
      await run(input);
      notify({ text: done });
    } catch {
      // The reason was told; the page shows what stands now.
    }
    router.refresh();
  };
  return (
    // In a row of a table the words of a quiet button stand in line with the other cells.
    <span className={variant === "quiet" ? "-my-1 -ml-2 inline-block" : undefined}>
      <Button aria-label={fullLabel} busy={pending} onClick={act} reason={reason} size="sm" variant={variant}>
        {label}
      </Button>
    </span>
  );
}
