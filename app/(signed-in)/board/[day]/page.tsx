import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PastBoard } from "@/components/board/past/past-board";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { isDay } from "@/lib/calendar/rules";
import { today } from "@/lib/clock";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ day: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [t, { day }] = await Promise.all([getWords("board"), params]);
  return { title: t("past.title", { day }) };
}

/** The board as it stood at the end of a day; a day to come is today. */
export default async function PastBoardPage({ params }: Props) {
  const { day } = await params;
  if (!may(await currentActor(), "board.see") || !isDay(day)) notFound();
  if (day > today()) redirect(`/board/${today()}`);
  return (
    <main
      className="relative min-h-120 flex-1 basis-0 outline-none print:static print:min-h-0"
      id="main"
      tabIndex={-1}
    >
      <div className="absolute inset-0 flex flex-col max-md:pb-14 print:static">
        <WordsProvider {...(await clientWords(...TASK_WORDS))}>
          <PastBoard day={day} key={day} />
        </WordsProvider>
      </div>
    </main>
  );
}
