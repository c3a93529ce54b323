"use client";

import { useBoard } from "@/components/data/use-board";
import { useChoices } from "@/components/tasks/pickers";
import { Radios } from "@/components/ui/checkbox";
import { ComboboxMany } from "@/components/ui/combobox";
import { TextArea } from "@/components/ui/text-area";
import { ASKED_STATUSES, ROUND_WHO, type RoundScope, type RoundWho } from "@/lib/rounds/rules";
import { useWords } from "@/lib/words-client";

type Asked = { scope: RoundScope; who: RoundWho; instructions: string };
type Props = { asked: Asked; set: (patch: Partial<Asked>) => void };

/** Which tasks are asked, who writes, and what the writers should know. */
export function ScopeFields({ asked, set }: Props) {
  const t = useWords("rounds");
  const board = useBoard();
  const { units } = useChoices(board);
  const { scope } = asked;
  const setScope = (patch: Partial<RoundScope>) => set({ scope: { ...scope, ...patch } });
  const sections = [...(board?.sections.values() ?? [])].map(({ id, code, title }) => ({
    id,
    label: `${code} ${title}`,
    keys: code,
  }));
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <ComboboxMany
          hint={t("field.allHint")}
          label={t("field.sections")}
          onChange={(sectionIds) => setScope({ sectionIds })}
          options={sections}
          optional
          value={scope.sectionIds}
        />
        <ComboboxMany
          hint={t("field.allHint")}
          label={t("field.units")}
          onChange={(unitIds) => setScope({ unitIds })}
          options={units}
          optional
          value={scope.unitIds}
        />
        <Radios
          label={t("field.statuses")}
          name="statuses"
          onChange={(value) => setScope({ statuses: value === "all" ? [] : ["inProgress"] })}
          options={(["all", "inProgress"] as const).map((value) => ({
            value,
            label: t(`statuses.${value}`),
          }))}
          value={isEveryStatus(scope) ? "all" : "inProgress"}
        />
        <Radios
          label={t("field.who")}
          name="who"
          onChange={(who) => set({ who })}
          options={ROUND_WHO.map((value) => ({ value, label: t(`who.${value}`) }))}
          value={asked.who}
        />
      </div>
      <TextArea
        hint={t("field.instructionsHint")}
        label={t("field.instructions")}
        maxLength={1000}
        name="instructions"
        onChange={(event) => set({ instructions: event.target.value })}
        optional
        rows={2}
        value={asked.instructions}
      />
    </>
  );
}

function isEveryStatus({ statuses }: RoundScope): boolean {
  return statuses.length === 0 || statuses.length === ASKED_STATUSES.length;
}
