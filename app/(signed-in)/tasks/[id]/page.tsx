import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { TASK_WORDS } from "@/components/tasks/say";
import { TaskPageBody } from "@/components/tasks/task-panel";
import { currentActor } from "@/lib/auth/current-actor";
import { NotFound } from "@/lib/errors";
import { getTaskDetail, type TaskDetail } from "@/lib/tasks/detail";
import { clientWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ id: string }> };

const readDetail = cache(async (id: string): Promise<TaskDetail | null> => {
  const actor = await currentActor();
  if (!/^[1-9]\d{0,8}$/.test(id)) return null;
  return getTaskDetail(actor, Number(id)).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const detail = await readDetail((await params).id);
  return detail ? { title: `${detail.task.code} ${detail.task.title}` } : {};
}

export default async function TaskPage({ params }: Props) {
  const detail = await readDetail((await params).id);
  if (!detail) notFound();
  return (
    <main
      className="mx-auto w-full min-w-0 max-w-[1200px] flex-1 px-4 pt-5 pb-40 outline-none md:pb-10 lg:px-6 print:p-0"
      id="main"
      tabIndex={-1}
    >
      <WordsProvider {...(await clientWords(...TASK_WORDS))}>
        <TaskPageBody initial={detail} key={detail.task.id} />
      </WordsProvider>
    </main>
  );
}
