import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OfficeProvider } from "@/components/data/office";
import { WallStage } from "@/components/wall/stage/wall-stage";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { getOffice } from "@/lib/office";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("wall"))("stage.title") };
}

/** The wall on the big screen, outside the signed-in pages: it has no head, and without a network it keeps what it shows. */
export default async function PresentWallPage() {
  const actor = await currentActor();
  if (!may(actor, "board.see")) notFound();
  const office = await getOffice(actor);
  return (
    <WordsProvider {...(await clientWords("wall", "plan", "meetings", "data", "tasks", "board"))}>
      <OfficeProvider office={office}>
        <WallStage />
      </OfficeProvider>
    </WordsProvider>
  );
}
