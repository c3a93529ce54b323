"use client";

import { useEffect, useState } from "react";
import { notify } from "@/components/ui/toast-queue";
import type { Extension } from "@/lib/supervision/queries";
import { useWords } from "@/lib/words-client";
import { askSupervision } from "./use-supervision";

/** One request for a later day, read once; null until it is there. */
export function useRequest(taskId: number, extensionId: number): Extension | null {
  const t = useWords("supervision");
  const [extension, setExtension] = useState<Extension | null>(null);
  useEffect(() => {
    let gone = false;
    void askSupervision(taskId).then((told) => {
      if (gone) return;
      const found = told?.extensions.find(({ id }) => id === extensionId);
      if (found) setExtension(found);
      else notify({ text: t("loadFailed"), tone: "error" });
    });
    return () => {
      gone = true;
    };
  }, [taskId, extensionId, t]);
  return extension;
}
