"use client";

import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import type { BoardView } from "@/components/data/board-view";
import { Lamp } from "@/components/ui/lamp";
import { Table, Td, Th } from "@/components/ui/table";
import type { BoardTask } from "@/lib/board/rules";
import { useLocale, useWords } from "@/lib/words-client";
import type { FactsOf } from "./facts-rules";
import { sayOwner } from "./names";
import { sayLight } from "./say-light";

type Props = { board: BoardView; tasks: readonly BoardTask[]; factsOf: FactsOf; conditions: string };

/** What is on the board as a list on paper, drawn only while it is printed. */
export function PrintList(props: Props) {
  const printing = usePrinting();
  return printing ? <PrintedList {...props} /> : null;
}

function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = window.matchMedia("print");
    // The browser takes its picture as soon as the listener is done.
    const follow = () => flushSync(() => setPrinting(media.matches));
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    media.addEventListener("change", follow);
    window.addEventListener("beforeprint", begin);
    window.addEventListener("afterprint", end);
    return () => {
      media.removeEventListener("change", follow);
      window.removeEventListener("beforeprint", begin);
      window.removeEventListener("afterprint", end);
    };
  }, []);
  return printing;
}

function PrintedList({ board, tasks, factsOf, conditions }: Props) {
  const t = useWords("board");
  const words = useWords("tasks");
  const lights = useWords("lights");
  const locale = useLocale();
  const { today } = board.setting;
  return (
    <section className="hidden print:block" data-print="a4-landscape">
      <h1 className="text-title">{board.plan?.title ?? t("title")}</h1>
      <p className="mb-3">
        {t("print.asOf", { day: today, count: tasks.length })}
        {conditions ? ` · ${conditions}` : ""}
      </p>
      <Table caption={t("print.caption")}>
        <thead>
          <tr>
            {["code", "title", "owner", "status", "light", "progress", "due"].map((name) => (
              <Th key={name} number={name === "progress" || name === "due"}>
                {t(`print.${name}`)}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tasks.map((task) => {
            const { light } = factsOf(task);
            return (
              <tr key={task.id}>
                <Td>{task.code}</Td>
                <Td>{task.title}</Td>
                <Td>{sayOwner(board, task) ?? t("noOwner")}</Td>
                <Td>{words(`status.${task.status}`)}</Td>
                <Td>
                  <Lamp light={light.light} size="sm" word /> {sayLight(light, lights, locale, today)}
                </Td>
                <Td number>{task.progress === null ? "—" : `${task.progress}%`}</Td>
                <Td number>{task.dueDay}</Td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </section>
  );
}
