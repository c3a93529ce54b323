import { entryOf } from "@/lib/ledgers/rules";
import type { LedgerView } from "@/lib/ledgers/views";
import { starField, symbolsOf } from "./plot-rules";
import { PlotSign, SignMark } from "./plot-sign";

type Props = {
  view: Pick<LedgerView, "ledger" | "entries" | "plots">;
  /** Pixels of a sign on the picture. */
  size?: number;
};

/** A ledger's picture with its entries, only to be looked at; the plain grid where there is none. */
export function PlotThumb({ view: { ledger, entries: rows, plots }, size = 18 }: Props) {
  const entries = rows
    .map((row) => entryOf(row, ledger.fields))
    .filter(({ removedOn }) => removedOn === null);
  const signs = symbolsOf(ledger.stages);
  const star = starField(ledger.fields);
  const [plot] = plots;
  const signed = entries.flatMap((entry) => {
    const sign = signs.get(entry.stage);
    return sign ? [{ entry, sign, starred: star !== null && entry.data[star.key] === "yes" }] : [];
  });
  if (!plot) {
    return (
      <span className="flex flex-wrap gap-0.5">
        {signed.map(({ entry, sign, starred }) => (
          <SignMark key={entry.id} sign={sign} size={size} starred={starred} />
        ))}
      </span>
    );
  }
  return (
    <span className="relative block" style={{ aspectRatio: `${plot.width} / ${plot.height}` }}>
      <img
        alt={plot.name}
        className="absolute inset-0 size-full"
        loading="lazy"
        src={`/api/plots/${plot.id}`}
      />
      <svg
        aria-hidden="true"
        className="absolute inset-0 size-full"
        viewBox={`0 0 ${plot.width} ${plot.height}`}
      >
        {signed
          .filter(({ entry }) => entry.plotId === plot.id)
          .map(({ entry, sign, starred }) => (
            <g
              key={entry.id}
              transform={`translate(${(entry.x ?? 0) * plot.width} ${(entry.y ?? 0) * plot.height}) scale(${plot.width / 900})`}
            >
              <PlotSign sign={sign} starred={starred} />
            </g>
          ))}
      </svg>
    </span>
  );
}

/** What the signs mean. */
export function PlotKey({ ledger }: { ledger: Pick<LedgerView["ledger"], "stages" | "fields"> }) {
  const signs = symbolsOf(ledger.stages);
  const star = starField(ledger.fields);
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1">
      {ledger.stages.map(({ key, name }) => {
        const sign = signs.get(key);
        return (
          <span className="inline-flex items-center gap-1" key={key}>
            {sign ? <SignMark sign={sign} size={18} /> : null}
            {name}
          </span>
        );
      })}
      {star ? (
        <span className="inline-flex items-center gap-1">
          <SignMark sign={{ shape: "square", tone: "open", letter: "" }} size={18} starred />
          {star.name}
        </span>
      ) : null}
    </span>
  );
}
