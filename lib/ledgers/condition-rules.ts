import type { Words } from "../message-format";
import type { LedgerFilter } from "./filter-rules";
import type { Definition } from "./rules";

export type Condition = {
  words: string;
  /** Takes it away again. */
  without: Partial<LedgerFilter>;
  /** Whether a control of its own shows it already. */
  own: boolean;
};

type Named = readonly { key: string; name: string }[];
const nameIn = (list: Named, key: string) => list.find((one) => one.key === key)?.name;

/** The filter of a ledger in words. */
export function conditionsOf(
  filter: LedgerFilter,
  { stages, tracks, rates }: Pick<Definition, "stages" | "tracks" | "rates">,
  unitNames: Readonly<Record<number, string>>,
  t: Words,
): Condition[] {
  const { text, reached, track, unit, age, offIn, rate, over } = filter;
  const stageOf = (key: string) => ({ stage: nameIn(stages, key) ?? key });
  const told: (Condition | false)[] = [
    text.trim() !== "" && { words: `“${text.trim()}”`, without: { text: "" }, own: true },
    filter.mine && { words: t("figures.mine"), without: { mine: false }, own: true },
    filter.overdue && { words: t("figures.overdue"), without: { overdue: false }, own: true },
    filter.done && { words: t("figures.done"), without: { done: false }, own: false },
    filter.removed && { words: t("filter.removed"), without: { removed: false }, own: true },
    track !== null && {
      ...{ words: nameIn(tracks, track) ?? t("noTrack"), without: { track: null }, own: true },
    },
    unit !== null && { words: unitNames[unit] ?? t("noUnit"), without: { unit: null }, own: true },
    ...filter.stages.map((key) => ({
      words: t("filter.stage", stageOf(key)),
      without: { stages: filter.stages.filter((one) => one !== key) },
      own: false,
    })),
    reached !== null && {
      ...{ words: t("filter.reached", stageOf(reached)), without: { reached: null }, own: false },
    },
    age !== null && { words: t(`age.${age}`), without: { age: null }, own: false },
    offIn !== null && { words: t("filter.offIn", { when: offIn }), without: { offIn: null }, own: false },
    rate !== null && {
      words: t(over ? "filter.rateOver" : "filter.rate", { name: nameIn(rates, rate) ?? rate }),
      without: { rate: null, over: false },
      own: false,
    },
  ];
  return told.filter((one) => one !== false);
}
