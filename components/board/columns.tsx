"use client";

import { Column } from "./column";
import type { Drag } from "./drop-zones";
import type { BoardFilter } from "./filter-rules";
import type { ColumnKey } from "./lane-rules";
import { Lanes } from "./lanes";
import type { Look } from "./look";
import type { Arrangement } from "./use-arrangement";
import { useLaneNames } from "./use-lane-names";

type Props = {
  arranged: Arrangement;
  filter: BoardFilter;
  look: Look;
  shown: readonly ColumnKey[];
  folded: ReadonlySet<string>;
  onFold: (key: string) => void;
  narrow: boolean;
  drag: Drag | null;
};

/** The columns side by side, or cut into lanes. */
export function Columns({ arranged, filter, look, shown, folded, onFold, narrow, drag }: Props) {
  const nameOf = useLaneNames(look.board, filter.group);
  if (arranged.lanes) {
    return (
      <Lanes {...{ look, shown, folded, onFold, nameOf, drag }} headless={narrow} lanes={arranged.lanes} />
    );
  }
  return (
    <div className="flex min-h-0 flex-1 gap-2 overflow-x-auto">
      {shown.map((key) => (
        <Column
          column={key}
          drag={drag}
          folded={!narrow && folded.has(key)}
          headless={narrow}
          key={key}
          look={look}
          onFold={onFold}
          tasks={arranged.columns[key]}
        />
      ))}
    </div>
  );
}
