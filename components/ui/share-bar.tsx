import { classNames } from "./class-names";

export type Share = { key: string; label: string; count: number; end?: boolean };

type Props = { label: string; shares: readonly Share[]; size?: "sm" | "md" };

/** How a whole divides, as one bar: the further along the darker, what is through in green; parts are told apart by gaps and by the words below it. */
export function ShareBar({ label, shares, size = "sm" }: Props) {
  const total = shares.reduce((sum, { count }) => sum + count, 0);
  const said = shares.map((share) => `${share.label} ${share.count}`).join("，");
  return (
    <span
      aria-label={`${label}：${said}`}
      className={classNames("flex w-full gap-px bg-line", size === "sm" ? "h-2" : "h-3")}
      data-bar="track"
      role="img"
    >
      {shares.map(({ key, count, end }, place) =>
        count === 0 || total === 0 ? null : (
          <span
            className={classNames("block h-full", end ? "bg-green" : "bg-action")}
            data-bar="value"
            key={key}
            style={{ width: `${(count / total) * 100}%`, opacity: end ? 1 : shade(place, shares.length) }}
          />
        ),
      )}
    </span>
  );
}

/** From a faint to a full tone along the parts. */
function shade(place: number, of: number): number {
  return of < 2 ? 0.6 : 0.25 + (0.75 * place) / (of - 1);
}
