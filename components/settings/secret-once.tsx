"use client";

import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { useWords } from "@/lib/words-client";

type Props = { label: string; secret: string; onClose: () => void };

/** Something that is shown this once: to be copied, then gone. */
export function SecretOnce({ label, secret, onClose }: Props) {
  const t = useWords("settings");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // The clipboard is closed to pages on plain http; the text is selected by a click instead.
    const done = await navigator.clipboard?.writeText(secret).then(
      () => true,
      () => false,
    );
    setCopied(done === true);
    if (done) announce(t("tokens.copied"));
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="font-semibold">{label}</p>
      <code className="select-all break-all rounded bg-sunken px-3 py-2 text-prose" data-secret>
        {secret}
      </code>
      <div className="flex flex-wrap gap-2">
        <Button onClick={copy}>{copied ? t("tokens.copied") : t("tokens.copy")}</Button>
        <Button onClick={onClose} variant="primary">
          {t("tokens.close")}
        </Button>
      </div>
    </div>
  );
}
