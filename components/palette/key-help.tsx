"use client";

import type { NavItem } from "@/components/shell/navigation";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useWords } from "@/lib/words-client";
import { goLetters } from "./go-keys";
import { switchSingleKeys, useSingleKeys } from "./single-keys";

type Line = { keys: string[]; says: string };

const BOARD: readonly { keys: string[]; says: string }[] = [
  { keys: ["J", "K"], says: "board.move" },
  { keys: ["↑", "↓", "←", "→"], says: "board.arrows" },
  { keys: ["Enter"], says: "board.open" },
  { keys: ["Esc"], says: "board.back" },
  { keys: ["X"], says: "board.select" },
  { keys: ["Shift + ↑", "Shift + ↓"], says: "board.range" },
  { keys: ["S"], says: "board.status" },
  { keys: ["A"], says: "board.assign" },
  { keys: ["P"], says: "board.progress" },
  { keys: ["D"], says: "board.due" },
  { keys: ["Alt + ↑", "Alt + ↓"], says: "board.shift" },
  { keys: ["/"], says: "board.search" },
];

/** Every key there is, and the switch for those who would rather have none. */
export function KeyHelp({ pages, onClose }: { pages: readonly NavItem[]; onClose: () => void }) {
  const t = useWords("keys");
  const shell = useWords("shell");
  const on = useSingleKeys();
  const everywhere: Line[] = [
    { keys: ["Ctrl + K"], says: t("everywhere.palette") },
    { keys: ["?"], says: t("everywhere.help") },
    ...goLetters(pages).map(({ letter, key }) => ({
      keys: ["G", letter.toUpperCase()],
      says: t("everywhere.go", { page: shell(`nav.${key}`) }),
    })),
  ];
  return (
    <Dialog onClose={onClose} open size="lg" title={t("help.title")}>
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <KeyList lines={BOARD.map(({ keys, says }) => ({ keys, says: t(says) }))} title={t("board.title")} />
        <div className="space-y-4">
          <KeyList lines={everywhere} title={t("everywhere.title")} />
          <Checkbox
            checked={on}
            hint={t("help.singleHint")}
            label={t("help.single")}
            onChange={(event) => switchSingleKeys(event.target.checked)}
          />
        </div>
      </div>
    </Dialog>
  );
}

function KeyList({ title, lines }: { title: string; lines: readonly Line[] }) {
  return (
    <section>
      <h3 className="mb-1">{title}</h3>
      <dl>
        {lines.map(({ keys, says }) => (
          <div className="flex min-h-8 items-center justify-between gap-4 border-line border-b" key={says}>
            <dt className="text-muted">{says}</dt>
            <dd className="flex gap-1">
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
