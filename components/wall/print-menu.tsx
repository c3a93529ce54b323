"use client";

import { flushSync } from "react-dom";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Menu } from "@/components/ui/menu";
import { useWords } from "@/lib/words-client";
import { PAPERS, type Paper } from "./paper-rules";

/** The sheets that the wall can be printed on. */
export function PrintMenu({ onPaper }: { onPaper: (paper: Paper) => void }) {
  const t = useWords("wall");
  const print = (paper: Paper) => {
    // The browser takes its picture as soon as printing begins.
    flushSync(() => onPaper(paper));
    window.print();
  };
  return (
    <Menu
      items={PAPERS.map((paper) => ({ label: t(`paper.${paper}`), onSelect: () => print(paper) }))}
      label={t("print.label")}
      trigger={(props) => (
        <Button {...props} icon={<Icon name="print" />} size="sm">
          {t("print.do")}
        </Button>
      )}
    />
  );
}
