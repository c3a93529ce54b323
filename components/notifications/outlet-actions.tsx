"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Button } from "@/components/ui/button";
import { notify } from "@/components/ui/toast-queue";
import type { Outlet } from "@/lib/notifications/outlet-queries";
import { useWords } from "@/lib/words-client";
import { OutletDialog } from "./outlet-dialog";

/** So long a test message usually takes. */
const TEST_MS = 4000;

export function OutletActions({ outlet }: { outlet: Outlet }) {
  const [t, said] = [useWords("outlets"), useWords("notifications")];
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const test = useChange("outlet.test");
  const { channel, version, enabled } = outlet;
  const name = said(`channel.${channel}`);
  const onTest = async () => {
    if (!(await test.change({ channel, version }))) return;
    notify({ text: t("testing") });
    setTimeout(() => router.refresh(), TEST_MS);
  };
  return (
    <div className="mt-auto flex flex-wrap gap-2">
      <Button aria-label={t("setOf", { name })} onClick={() => setOpen(true)} size="sm">
        {t("set")}
      </Button>
      {version > 0 ? (
        <Button
          aria-label={t("testOf", { name })}
          busy={test.pending}
          onClick={onTest}
          reason={enabled ? null : t("testShut")}
          size="sm"
          variant="quiet"
        >
          {t("test")}
        </Button>
      ) : null}
      {open ? <OutletDialog onClose={() => setOpen(false)} outlet={outlet} /> : null}
    </div>
  );
}
