import Link from "next/link";
import { PlotKey, PlotThumb } from "@/components/ledgers/plot-thumb";
import { entryOf } from "@/lib/ledgers/rules";
import type { LedgerView } from "@/lib/ledgers/views";
import { getWords } from "@/lib/words";

/** One ledger: how many stand in each stage, and its picture or grid. */
export async function PlotCard({ view }: { view: LedgerView }) {
  const t = await getWords("wall");
  const { ledger, task, entries } = view;
  const standing = entries
    .map((row) => entryOf(row, ledger.fields))
    .filter(({ removedOn }) => removedOn === null);
  const countIn = (stage: string) => standing.filter((entry) => entry.stage === stage).length;
  return (
    <li className="flex flex-col gap-2 rounded border border-line bg-paper px-4 py-3" data-keep>
      <h2 className="text-heading">
        <Link className="hover:underline" href={`/ledgers/${ledger.id}?view=plot`}>
          <span className="tabular mr-2 font-normal">{task.code}</span>
          {ledger.name}
        </Link>
      </h2>
      <p className="tabular flex flex-wrap gap-x-4 text-muted">
        <span>{t("plots.count", { count: standing.length, word: ledger.entryWord })}</span>
        {ledger.stages.map(({ key, name }) => (
          <span key={key}>
            {name} <strong className="text-ink">{countIn(key)}</strong>
          </span>
        ))}
      </p>
      <PlotThumb size={32} view={view} />
      <p className="text-small">
        <PlotKey ledger={ledger} />
      </p>
    </li>
  );
}
