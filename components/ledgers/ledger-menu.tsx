"use client";

import Link from "next/link";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { notify } from "@/components/ui/toast-queue";
import { writeFilter } from "@/lib/ledgers/filter-rules";
import { useWords } from "@/lib/words-client";
import { useDesk } from "./ledger-context";
import { copyText, saveText, tableText, templateText } from "./table-text";

/** What can be done with the ledger as a whole. */
export function LedgerMenu({ narrow }: { narrow: boolean }) {
  const t = useWords("ledgers");
  const { ledger, view, ask, filter, setting, shown } = useDesk();
  const closed = ledger.closedOn === null ? null : t("only.closed");
  const add = closed ?? (view.may.add ? null : t("only.add"));
  const define = closed ?? (view.may.define ? null : t("only.define"));
  const asked = writeFilter({ ...filter, view: "table", plotId: null, entryId: null });
  const copy = async () => {
    const done = await copyText(tableText(shown, setting, t));
    notify({
      text: t(done ? "copy.done" : "copy.failed", { count: shown.length }),
      tone: done ? "success" : "error",
    });
  };
  const items: MenuEntry[] = [
    ...(narrow ? [{ label: t("menu.add"), reason: add, onSelect: () => ask({ what: "add" }) }] : []),
    ...(narrow ? [{ label: t("menu.paste"), reason: add, onSelect: () => ask({ what: "paste" }) }] : []),
    {
      label: t("menu.template"),
      onSelect: () => saveText(t("copy.templateName", { name: ledger.name }), templateText(ledger)),
    },
    { label: t("menu.copy"), onSelect: () => void copy() },
    { label: t("menu.print"), onSelect: () => window.print() },
    "line",
    { label: t("menu.change"), reason: define, onSelect: () => ask({ what: "change" }) },
    { label: t("menu.close"), danger: true, reason: define, onSelect: () => ask({ what: "close" }) },
  ];
  return (
    <span className="flex items-center gap-2 pb-1 print:hidden">
      {narrow ? null : (
        <>
          <Button onClick={() => ask({ what: "paste" })} reason={add} size="sm">
            {t("menu.paste")}
          </Button>
          <Button icon={<Icon name="plus" />} onClick={() => ask({ what: "add" })} reason={add} size="sm">
            {t("menu.add")}
          </Button>
        </>
      )}
      <Link
        className={buttonLook("plain", "sm")}
        href={`/papers/ledger?${[`id=${ledger.id}`, asked].filter(Boolean).join("&")}`}
        prefetch={false}
      >
        {t("menu.paper")}
      </Link>
      <Menu
        items={items}
        label={t("menu.label")}
        trigger={(props) => (
          <Button {...props} icon={<Icon name="more" />} size="sm">
            {t("menu.more")}
          </Button>
        )}
      />
    </span>
  );
}
