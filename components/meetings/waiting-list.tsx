"use client";

import { Button } from "@/components/ui/button";
import { useWords } from "@/lib/words-client";
import type { Waiting } from "./use-outcome";

type Props = {
  waiting: readonly Waiting[];
  retry: (one: Waiting) => void;
  takeBack: (one: Waiting) => void;
};

/** What was written and is not kept yet, with the reason where the server said no. */
export function WaitingList({ waiting, retry, takeBack }: Props) {
  const [t, ui] = [useWords("meetings"), useWords("ui")];
  if (waiting.length === 0) return null;
  return (
    <ul className="mb-3 flex flex-col gap-2">
      {waiting.map((one) => (
        <li className="rounded bg-ground px-3 py-2" key={one.key}>
          <p className="whitespace-pre-wrap text-muted">{one.written.text}</p>
          {one.why === null ? (
            <p className="text-muted text-small">{ui("saving")}</p>
          ) : (
            <>
              <p className="my-1 text-red-strong">{one.why}</p>
              <span className="flex gap-2">
                <Button onClick={() => retry(one)} size="sm">
                  {ui("retry")}
                </Button>
                <Button onClick={() => takeBack(one)} size="sm">
                  {t("outcomes.takeBack")}
                </Button>
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
