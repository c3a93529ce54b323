"use client";

import { useRouter } from "next/navigation";
import { useAct } from "@/components/supervision/use-act";
import { useWords } from "@/lib/words-client";

/** Says that one has read an instruction, by one tap. */
export function useSeeInstruction(onDone?: () => void) {
  const t = useWords("supervision");
  const router = useRouter();
  const { act, pending } = useAct("instruction.see");
  const see = async (instructionId: number): Promise<void> => {
    const done = await act({ instructionId }, () => t("instruction.seenDone"));
    if (done) (onDone ?? router.refresh)();
  };
  return { see, pending };
}

/** Takes one's own instruction back, by one tap. */
export function useWithdrawInstruction(onDone: () => void) {
  const t = useWords("supervision");
  const { act, pending } = useAct("instruction.withdraw");
  const withdraw = async (instructionId: number): Promise<void> => {
    const done = await act({ instructionId }, () => t("instruction.withdrawnDone"));
    if (done) onDone();
  };
  return { withdraw, pending };
}
