"use client";

import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button-look";
import { Icon } from "@/components/ui/icons";
import type { Origin } from "@/lib/papers/paper-queries";
import { useWords } from "@/lib/words-client";

type Props = {
  origin: Origin;
  title: string;
  /** The address of the file, without its format. */
  address: string;
  hasTables: boolean;
  /** This server has what prints a PDF. */
  hasPdf: boolean;
  /** Where the whole of it stands when only its beginning is shown here. */
  whole: string | null;
  /** The words of a sensitive task may be taken out by this person. */
  mayReveal?: boolean;
};

/** Taking a paper out: as a Word or Excel file, or printed; each is recorded. */
export function PaperActions({ origin, title, address, hasTables, hasPdf, whole, mayReveal = false }: Props) {
  const t = useWords("papers");
  const { run } = useCommand("paper.export");
  const print = async () => {
    const recorded = await run({ ...origin, title, format: "print" }).catch(() => null);
    if (recorded) window.print();
  };
  const file = (format: string) => `${address}${address.includes("?") ? "&" : "?"}format=${format}`;
  return (
    <>
      <a className={buttonLook("primary", "md", false)} href={file("docx")}>
        {t("view.word")}
      </a>
      {hasTables ? (
        <a className={buttonLook("plain", "md", false)} href={file("xlsx")}>
          {t("view.excel")}
        </a>
      ) : null}
      {hasPdf ? (
        <a className={buttonLook("plain", "md", false)} href={file("pdf")}>
          {t("view.pdf")}
        </a>
      ) : null}
      {mayReveal ? (
        <a
          className={buttonLook("plain", "md", false)}
          href={`${file(origin.kind === "ledger" ? "xlsx" : "docx")}&reveal=1`}
        >
          {t("view.reveal")}
        </a>
      ) : null}
      {whole === null ? (
        <Button icon={<Icon name="print" />} onClick={() => void print()}>
          {t("view.print")}
        </Button>
      ) : (
        <a className={buttonLook("plain", "md", false)} href={whole}>
          {t("view.whole")}
        </a>
      )}
    </>
  );
}
