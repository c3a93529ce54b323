"use client";

import Link from "next/link";
import { sayOwner } from "@/components/board/names";
import type { BoardView } from "@/components/data/board-view";
import { sayInstant } from "@/components/tasks/say";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Lamp } from "@/components/ui/lamp";
import { Td } from "@/components/ui/table";
import { sayLight } from "@/lib/lights/say-light";
import type { Needy } from "@/lib/supervision/need-rules";
import type { Urge } from "@/lib/supervision/queries";
import { hoursToWait, refusalOfUrging } from "@/lib/supervision/urge-rules";
import { useLocale, useWords } from "@/lib/words-client";
import { hearingOn } from "./hearings";
import { useUrge } from "./use-act";

/** What a phone tells under the name of the task. */
export const WIDE = "hidden md:table-cell print:table-cell";

type Props = {
  board: BoardView;
  needy: Needy;
  /** The newest urge of the task. */
  urge: Urge | null;
  now: number;
  chosen: boolean;
  onToggle: () => void;
  onChanged: () => void;
};

/** One task that needs supervision: why, whose it is, when it was last urged, and the click that urges it. */
export function NeedsRow({ board, needy, urge, now, chosen, onToggle, onChanged }: Props) {
  const [t, lights, refusals] = [useWords("supervision"), useWords("lights"), useWords("refusals")];
  const locale = useLocale();
  const { send, pending } = useUrge();
  const { task, light, needs } = needy;
  const { today } = board.setting;
  const lastAt = urge ? Date.parse(urge.at) : null;
  const refusal = refusalOfUrging(task, lastAt, now, hearingOn(board, task));
  const reason =
    refusal && refusals(refusal, { by: urge?.author ?? "", hours: hoursToWait(lastAt, now) ?? 0 });
  const why = sayLight(light, lights, locale, today);
  const owner = sayOwner(board, task) ?? t("needs.nobody");
  const badges = needs.filter((need) => need !== "red");
  const last = urge ? sayInstant(urge.at, today, locale) : t("needs.never");
  const click = async () => {
    if (await send(task)) onChanged();
  };
  return (
    <tr>
      <Td className="print:hidden">
        <input
          aria-label={t("needs.select", { code: task.code })}
          checked={chosen && reason === null}
          className="size-4 accent-action touch:size-6"
          disabled={reason !== null}
          onChange={onToggle}
          type="checkbox"
        />
      </Td>
      <Td>
        <span className="flex gap-2">
          <span className="pt-0.5">
            <Lamp light={light.light} size="sm" />
          </span>
          <span className="min-w-0">
            <Link className="font-semibold hover:underline" href={`/tasks/${task.id}`}>
              <span className="tabular mr-2 font-normal text-muted">{task.code}</span>
              {task.title}
            </Link>
            <span className="mt-0.5 flex flex-wrap gap-x-2 gap-y-1 text-muted text-small md:hidden print:hidden">
              <span>{why}</span>
              <span>{owner}</span>
              {urge ? <span>{`${t("needs.last")} ${last}`}</span> : null}
            </span>
            {badges.length > 0 ? (
              <span className="mt-0.5 flex gap-1">
                {badges.map((need) => (
                  <Badge key={need} tone="yellow">
                    {t(`needs.need.${need}`)}
                  </Badge>
                ))}
              </span>
            ) : null}
          </span>
        </span>
      </Td>
      <Td className={WIDE}>{why}</Td>
      <Td className={WIDE}>{owner}</Td>
      <Td className={WIDE}>
        <span className="tabular whitespace-nowrap">{last}</span>
        {urge?.reply ? <span className="block text-muted text-small">{urge.reply}</span> : null}
      </Td>
      <Td className="text-right print:hidden">
        <Button
          aria-label={t("act.on", { act: t("act.urge"), name: task.code })}
          busy={pending}
          onClick={() => void click()}
          reason={reason}
          size="sm"
        >
          {t("act.urge")}
        </Button>
      </Td>
    </tr>
  );
}
