"use client";

import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Sheet } from "@/components/ui/sheet";
import type { Entry } from "@/lib/ledgers/rules";
import { useWords } from "@/lib/words-client";
import { EntryActions } from "./entry-actions";
import { EntryBody } from "./entry-body";
import { useDesk } from "./ledger-context";

/** The open entry: beside the list, which stays usable, and on a phone over it. */
export function EntrySide({ narrow }: { narrow: boolean }) {
  const t = useWords("ledgers");
  const { filter, state, change } = useDesk();
  const entry = state.byId.get(filter.entryId ?? 0);
  if (!entry) return null;
  const close = () => change({ entryId: null });
  if (narrow) {
    return (
      <Sheet
        footer={<EntryActions entry={entry} wide />}
        onClose={close}
        open
        title={`${entry.code} ${entry.title}`}
      >
        <EntryBody entry={entry} key={entry.id} />
      </Sheet>
    );
  }
  return (
    <aside
      aria-label={t("panel.label", { code: entry.code })}
      className="sticky top-(--bar) -mt-4 -mr-4 flex h-[calc(100dvh-var(--bar))] w-[clamp(22rem,30vw,30rem)] shrink-0 flex-col border-line border-l bg-paper lg:-mr-6 print:hidden"
    >
      <Head entry={entry} onClose={close} />
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pb-8">
        <EntryBody entry={entry} key={entry.id} />
      </div>
    </aside>
  );
}

function Head({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const ui = useWords("ui");
  return (
    <header className="border-line border-b px-5 pt-3 pb-3">
      <div className="mb-1.5 flex items-start justify-between gap-2">
        <h2 className="min-w-0 text-heading">
          <span className="tabular">{entry.code}</span> <span className="font-normal">{entry.title}</span>
        </h2>
        <span className="-mt-1.5 -mr-2">
          <IconButton label={ui("close")} onClick={onClose}>
            <Icon name="close" />
          </IconButton>
        </span>
      </div>
      <EntryActions entry={entry} />
    </header>
  );
}
