"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Sheet } from "@/components/ui/sheet";
import { useWords } from "@/lib/words-client";
import { PickerList, type PickerProps } from "./filter-picker";
import { type BoardFilter, CHOICE_NAMES } from "./filter-rules";
import { GroupSelect } from "./group-select";

type Props = Omit<PickerProps, "choice" | "chosen"> & { filter: BoardFilter };

/** All filters of a phone in one sheet. */
export function FilterSheet({ filter, ...props }: Props) {
  const t = useWords("board");
  const [open, setOpen] = useState(false);
  const chosen = CHOICE_NAMES.reduce((sum, choice) => sum + filter[choice].length, 0);
  return (
    <>
      <Button icon={<Icon name="filter" />} onClick={() => setOpen(true)}>
        {t("filter.open")}
        {chosen > 0 ? <span className="tabular text-action">{chosen}</span> : null}
      </Button>
      <Sheet
        footer={
          <Button onClick={() => setOpen(false)} variant="primary">
            {t("filter.show")}
          </Button>
        }
        onClose={() => setOpen(false)}
        open={open}
        title={t("filter.open")}
      >
        <div className="flex flex-col gap-3">
          <GroupSelect change={props.change} group={filter.group} />
          {CHOICE_NAMES.map((choice) => (
            <details key={choice} open={filter[choice].length > 0}>
              <summary className="flex min-h-11 items-center font-semibold">{t(`choice.${choice}`)}</summary>
              <PickerList {...props} choice={choice} chosen={filter[choice]} />
            </details>
          ))}
        </div>
      </Sheet>
    </>
  );
}
