import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { preload } from "react-dom";
import { Board } from "@/components/board/board";
import { TASK_WORDS } from "@/components/tasks/say";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getWords("board");
  return { title: t("title") };
}

/** The plan on the wall. The page itself holds no task: the browser keeps them and the stream keeps them true. */
export default async function BoardPage() {
  if (!may(await currentActor(), "board.see")) notFound();
  // The tasks set out at once, beside the scripts that will show them.
  preload("/api/board", { as: "fetch", crossOrigin: "anonymous" });
  return (
    <main
      className="relative min-h-120 flex-1 basis-0 outline-none print:static print:min-h-0"
      id="main"
      tabIndex={-1}
    >
      <div className="absolute inset-0 flex flex-col max-md:pb-14 print:static">
        <WordsProvider {...(await clientWords(...TASK_WORDS))}>
          <Board />
        </WordsProvider>
      </div>
    </main>
  );
}
