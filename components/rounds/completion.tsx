import type { Words } from "@/lib/message-format";
import type { Counts } from "@/lib/rounds/views";

/** Done by all that had to report, 0–1; null when nobody had to. What is excused is not among `owed`. */
export function completionOf({ owed, done, late }: Counts): number | null {
  return owed === 0 ? null : (done + late) / owed;
}

const LOOKS = {
  done: "bg-green",
  late: "bg-yellow",
  waiting: "bg-line",
  missing: "bg-red",
} as const;

/** How a round stands, as one bar: reported, reported late, still waiting, never reported. */
export function CompletionBar({ counts, t }: { counts: Counts; t: Words }) {
  const parts = (Object.keys(LOOKS) as (keyof typeof LOOKS)[]).filter((key) => counts[key] > 0);
  return (
    <span
      aria-label={parts.map((key) => `${t(`count.${key}`)} ${counts[key]}`).join("，") || t("count.none")}
      className="flex h-2 w-full min-w-20 gap-px overflow-hidden rounded-full bg-sunken"
      data-bar="track"
      role="img"
    >
      {parts.map((key) => (
        <span
          className={`block h-full ${LOOKS[key]}`}
          data-bar="value"
          key={key}
          style={{ width: `${(counts[key] / counts.owed) * 100}%` }}
        />
      ))}
    </span>
  );
}
