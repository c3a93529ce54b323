import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { preload } from "react-dom";
import { TASK_WORDS } from "@/components/tasks/say";
import { Wall } from "@/components/wall/wall";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("wall"))("title") };
}

/** The whole plan on one screen and on one sheet. Like the board, the page itself holds no task. */
export default async function WallRoute() {
  if (!may(await currentActor(), "board.see")) notFound();
  preload("/api/board", { as: "fetch", crossOrigin: "anonymous" });
  return (
    <main
      className="relative min-h-120 flex-1 basis-0 outline-none print:static print:min-h-0"
      id="main"
      tabIndex={-1}
    >
      <div className="absolute inset-0 flex flex-col max-md:pb-14 print:static print:block">
        <WordsProvider {...(await clientWords("wall", "plan", ...TASK_WORDS))}>
          <Wall />
        </WordsProvider>
      </div>
    </main>
  );
}
