"use client";

import { useOffice } from "@/components/data/office";
import type { BoardTask } from "@/lib/board/rules";
import { isAskedToGrant } from "@/lib/supervision/desk-rules";
import { daysLapsed, isProposed, isRunning, NOTICE_LEVELS } from "@/lib/supervision/notice-rules";
import type { Extension, Halt, Notice, Urge } from "@/lib/supervision/queries";
import { isUrgeOpen } from "@/lib/supervision/urge-rules";
import { useWords } from "@/lib/words-client";
import { Block } from "./block";
import { ExtensionItem } from "./extension-item";
import { HaltItem } from "./halt-item";
import { NoticeItem } from "./notice-item";
import { UrgeItem } from "./urge-item";

type Lists<T> = {
  all: readonly T[];
  taskOf: (id: number) => BoardTask | undefined;
  onChanged: () => void;
};

function paired<T extends { taskId: number }>({ all, taskOf }: Lists<T>): { one: T; task: BoardTask }[] {
  return all.flatMap((one) => {
    const task = taskOf(one.taskId);
    return task ? [{ one, task }] : [];
  });
}

const isSecret = (task: BoardTask) => task.label === "sensitive";

/** Urges: those that wait for an answer, then the rest. */
export function UrgeList(props: Lists<Urge>) {
  const t = useWords("supervision");
  const found = paired(props);
  const item = ({ one, task }: { one: Urge; task: BoardTask }) => (
    <UrgeItem key={one.id} masked={isSecret(task)} named onChanged={props.onChanged} task={task} urge={one} />
  );
  const isOpen = ({ one, task }: { one: Urge; task: BoardTask }) => isUrgeOpen(task, one);
  if (found.length === 0) return <p className="text-muted">{t("urge.empty")}</p>;
  return (
    <>
      <Block title={t("urge.waiting")}>{found.filter(isOpen).map(item)}</Block>
      <Block title={t("urge.rest")}>{found.filter((pair) => !isOpen(pair)).map(item)}</Block>
    </>
  );
}

/** Notices: escalations that are proposed, those that run by level with overdue replies first, then those that are over. */
export function NoticeList(props: Lists<Notice>) {
  const t = useWords("supervision");
  const { today } = useOffice();
  const found = paired(props);
  const item = ({ one, task }: { one: Notice; task: BoardTask }) => (
    <NoticeItem
      key={one.id}
      masked={isSecret(task)}
      named
      notice={one}
      onChanged={props.onChanged}
      task={task}
    />
  );
  const proposed = found.filter(({ one, task }) => isProposed(one, task, today));
  const running = found
    .filter((pair) => isRunning(pair.one) && !proposed.includes(pair))
    .sort(
      (a, b) =>
        NOTICE_LEVELS.indexOf(b.one.level) - NOTICE_LEVELS.indexOf(a.one.level) ||
        daysLapsed(b.one, today) - daysLapsed(a.one, today),
    );
  if (found.length === 0) return <p className="text-muted">{t("notice.empty")}</p>;
  return (
    <>
      <Block tells={t("notice.proposedTells")} title={t("notice.proposed")}>
        {proposed.map(item)}
      </Block>
      <Block title={t("notice.running")}>{running.map(item)}</Block>
      <Block title={t("notice.over")}>{found.filter(({ one }) => !isRunning(one)).map(item)}</Block>
    </>
  );
}

/** Requests for tasks to rest or to end: those that wait, then those that were answered. */
export function HaltList(props: Lists<Halt>) {
  const t = useWords("supervision");
  const found = paired(props);
  const item = ({ one, task }: { one: Halt; task: BoardTask }) => (
    <HaltItem halt={one} key={one.id} masked={isSecret(task)} named onChanged={props.onChanged} task={task} />
  );
  const waits = ({ one }: { one: Halt }) => one.status === "asked";
  return (
    <>
      <Block title={t("halt.waiting")}>{found.filter(waits).map(item)}</Block>
      <Block title={t("halt.done")}>{found.filter((pair) => !waits(pair)).map(item)}</Block>
    </>
  );
}

/** Requests for a later day: those that wait, one's own to answer first, then those that were answered. */
export function ExtensionList(props: Lists<Extension>) {
  const t = useWords("supervision");
  const { actor } = useOffice();
  const found = paired(props);
  const item = ({ one, task }: { one: Extension; task: BoardTask }) => (
    <ExtensionItem
      extension={one}
      key={one.id}
      masked={isSecret(task)}
      named
      onChanged={props.onChanged}
      task={task}
    />
  );
  const mine = (pair: { one: Extension; task: BoardTask }) =>
    Number(isAskedToGrant(actor, pair.task, pair.one.status));
  const waiting = found.filter(({ one }) => one.status === "asked").sort((a, b) => mine(b) - mine(a));
  if (found.length === 0) return <p className="text-muted">{t("extension.empty")}</p>;
  return (
    <>
      <Block title={t("extension.waiting")}>{waiting.map(item)}</Block>
      <Block title={t("extension.answered")}>
        {found.filter(({ one }) => one.status !== "asked").map(item)}
      </Block>
    </>
  );
}
