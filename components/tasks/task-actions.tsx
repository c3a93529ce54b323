"use client";

import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import type { BoardTask } from "@/lib/board/rules";
import type { Words } from "@/lib/message-format";
import { useWords } from "@/lib/words-client";
import { asksFirst, type Deed, isStep, type Offer, offersOf } from "./offers";
import { sayHindrance } from "./say";
import { useStep } from "./use-step";

type Props = {
  task: BoardTask;
  onAsk: (deed: Deed) => void;
  /** True where a bar at the bottom of a phone offers the report already. */
  bar: boolean;
};

/** What can be done now, as buttons; everything else in a menu. What cannot be done says why. */
export function TaskActions({ task, onAsk, bar }: Props) {
  const [tasks, refusals, ui] = [useWords("tasks"), useWords("refusals"), useWords("ui")];
  const { actor } = useOffice();
  const { takeAtOnce, pending } = useStep();
  const { buttons, more } = offersOf(task, actor);
  const act = (deed: Deed) => {
    if (isStep(deed) && !asksFirst(deed)) void takeAtOnce(task, deed);
    else onAsk(deed);
  };
  const reasonOf = ({ hindrance }: Offer) => sayHindrance(hindrance, task.status, { tasks, refusals });
  const first = buttons.findIndex(({ hindrance }) => hindrance === null);
  const item = (offer: Offer): MenuEntry => ({
    label: sayDeed(offer.deed, task, tasks),
    reason: reasonOf(offer),
    danger: offer.deed === "terminate",
    onSelect: () => act(offer.deed),
  });
  const [open, closed] = [more.filter(isOpen), more.filter((offer) => !isOpen(offer))];
  const line: MenuEntry[] = open.length > 0 && closed.length > 0 ? ["line"] : [];
  const archive: MenuEntry = { label: ui("takeOut"), href: `/papers/archive?id=${task.id}` };
  const items = [...open.map(item), archive, ...line, ...closed.map(item)];
  if (buttons.length === 0 && more.length === 0) return null;
  return (
    <fieldset aria-label={tasks("actions")} className="flex flex-wrap gap-2 print:hidden">
      {buttons.map((offer, place) => (
        <Button
          busy={pending && isStep(offer.deed) && !asksFirst(offer.deed)}
          className={bar && isInBar(offer) ? "max-md:hidden" : undefined}
          key={offer.deed}
          onClick={() => act(offer.deed)}
          reason={reasonOf(offer)}
          variant={place === first ? "primary" : "plain"}
        >
          {sayDeed(offer.deed, task, tasks)}
        </Button>
      ))}
      {items.length > 0 ? (
        <Menu
          align="start"
          items={items}
          label={tasks("more")}
          trigger={(props) => (
            <Button {...props} icon={<Icon name="down" />} variant={buttons.length > 0 ? "quiet" : "plain"}>
              {tasks("more")}
            </Button>
          )}
        />
      ) : null}
    </fieldset>
  );
}

const isOpen = ({ hindrance }: Offer) => hindrance === null;

function isInBar({ deed, hindrance }: Offer): boolean {
  return hindrance === null && (deed === "checkIn" || deed === "start");
}

function sayDeed(deed: Deed, task: BoardTask, t: Words): string {
  if (deed === "start" && !task.acknowledged) return t("do.startAtOnce");
  return t(deed === "assign" && task.status !== "draft" ? "do.handOn" : `do.${deed}`);
}
