"use client";

import { useId } from "react";
import { useUrge } from "@/components/supervision/use-act";
import { type Deed, hindranceOf } from "@/components/tasks/offers";
import { type MenuEntry, MenuList } from "@/components/ui/menu";
import { type Actor, mayOnTask } from "@/lib/auth/permissions";
import type { BoardTask } from "@/lib/board/rules";
import type { Words } from "@/lib/message-format";
import { refusalOfUrging } from "@/lib/supervision/urge-rules";
import { STATUSES } from "@/lib/tasks/rules";
import { useWords } from "@/lib/words-client";
import { type Move, moveBy, moveTo } from "./moves";
import { useMedia } from "./use-media";
import { useSayMove } from "./use-say-move";

export type CardDeeds = {
  open: (task: BoardTask) => void;
  select: (task: BoardTask) => void;
  make: (task: BoardTask, move: Move) => void;
  begin: (task: BoardTask, deed: Deed) => void;
  /** Asks for words to urge the owner with. */
  urge: (task: BoardTask) => void;
  /** Moves a card up (−1) or down (+1) in its column, or to its very beginning or end. */
  shift: (task: BoardTask, where: "first" | "up" | "down" | "last") => void;
};

type Props = {
  task: BoardTask;
  anchor: Element;
  actor: Actor;
  deeds: CardDeeds;
  selected: boolean;
  close: () => void;
};

/** Everything that can be done with a card, and why the rest cannot: the way for keys and fingers to every drag. */
export function CardMenu({ task, anchor, actor, deeds, selected, close }: Props) {
  const t = useWords("board");
  const tasks = useWords("tasks");
  const says = { supervision: useWords("supervision"), refusals: useWords("refusals") };
  const urge = useUrge();
  const say = useSayMove();
  const id = useId();
  const touch = useMedia("(pointer: coarse)");
  const keys = (which: string | undefined) => (touch ? undefined : which);
  const entries: MenuEntry[] = [
    { heading: `${task.code} ${task.title}` },
    { label: t("menu.open"), keys: keys("Enter"), onSelect: () => deeds.open(task) },
    {
      label: t(selected ? "menu.unselect" : "menu.select"),
      keys: keys("X"),
      onSelect: () => deeds.select(task),
    },
    ...acknowledgement(task, actor, deeds, tasks("do.acknowledge")),
    ...urging(task, actor, { once: () => void urge.send(task), ask: () => deeds.urge(task) }, says),
    ...lighting(task, actor, deeds, tasks("do.light")),
    "line",
    { heading: t("menu.moveTo") },
    ...STATUSES.map((status) => ({ status, move: moveTo(task, status, actor) }))
      .filter(({ move }) => isStep(move))
      .map(({ status, move }) => ({
        label: tasks(`status.${status}`),
        reason: say.refusal(move, task.status),
        onSelect: () => deeds.make(task, move),
      })),
    ...(mayOnTask(actor, "task.reorder", task) ? placing(task, deeds, t, keys) : []),
  ];
  return (
    <MenuList align="end" anchor={anchor} close={close} id={id} items={entries} label={t("card.menu")} />
  );
}

/** The workflow knows the step, whoever may take it. */
function isStep(move: Move): boolean {
  return move.kind !== "none" && !(move.kind === "no" && move.hindrance.kind === "noSuchStep");
}

function acknowledgement(task: BoardTask, actor: Actor, deeds: CardDeeds, label: string): MenuEntry[] {
  const move = moveBy(task, "acknowledge", actor);
  if (move.kind !== "step") return [];
  return [{ label, onSelect: () => deeds.make(task, move) }];
}

/** For those who may set a light where it can be set. */
function lighting(task: BoardTask, actor: Actor, deeds: CardDeeds, label: string): MenuEntry[] {
  if (hindranceOf("light", task, actor)) return [];
  return [{ label, onSelect: () => deeds.begin(task, "light") }];
}

/** One click urges; another asks for words first. */
function urging(
  task: BoardTask,
  actor: Actor,
  deeds: { once: () => void; ask: () => void },
  { supervision, refusals }: Record<"supervision" | "refusals", Words>,
): MenuEntry[] {
  if (!mayOnTask(actor, "urge.send", task)) return [];
  // Whether somebody urged within a day is known to the server alone.
  const refusal = refusalOfUrging(task, null, 0);
  if (refusal) return [{ label: supervision("act.urge"), reason: refusals(refusal), onSelect: deeds.once }];
  return [
    { label: supervision("act.urge"), onSelect: deeds.once },
    { label: supervision("act.urgeWords"), onSelect: deeds.ask },
  ];
}

type Keys = (which: string | undefined) => string | undefined;

function placing(task: BoardTask, deeds: CardDeeds, t: Words, keys: Keys): MenuEntry[] {
  const which = { first: undefined, up: "Alt+↑", down: "Alt+↓", last: undefined };
  const ways = ["first", "up", "down", "last"] as const;
  return [
    "line",
    { heading: t("menu.place") },
    ...ways.map((where) => ({
      label: t(`menu.${where}`),
      keys: keys(which[where]),
      onSelect: () => deeds.shift(task, where),
    })),
  ];
}
