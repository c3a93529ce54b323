"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { SecretOnce } from "@/components/settings/secret-once";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useWords } from "@/lib/words-client";

type Props = {
  base: string;
  /** There is an address, which a new one ends. */
  again: boolean;
};

/** Makes the address of one's calendar, and shows it once. */
export function MakeFeed({ base, again }: Props) {
  const t = useWords("notificationPages");
  const { change, pending } = useChange<{ token: string }>("calendarFeed.make");
  const [address, setAddress] = useState<string | null>(null);
  const make = async () => {
    const made = await change({});
    if (made) setAddress(`${base}${made.token}.ics`);
  };
  const close = () => setAddress(null);
  return (
    <>
      <Button busy={pending} onClick={make} size="sm">
        {t(again ? "calendar.again" : "calendar.make")}
      </Button>
      <Dialog
        description={t("calendar.once")}
        onClose={close}
        open={address !== null}
        title={t("calendar.made")}
      >
        {address === null ? null : (
          <SecretOnce label={t("calendar.address")} onClose={close} secret={address} />
        )}
      </Dialog>
    </>
  );
}
