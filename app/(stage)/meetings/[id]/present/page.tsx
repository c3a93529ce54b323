import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Stage } from "@/components/meetings/stage/stage";
import { currentActor } from "@/lib/auth/current-actor";
import { may } from "@/lib/auth/permissions";
import { NotFound } from "@/lib/errors";
import { getReview } from "@/lib/meetings/review-queries";
import { clientWords, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("meetings"))("stage.title") };
}

/** Outside the signed-in pages: the big screen has no head, and nothing there may fetch the page anew when the network is gone. */
export default async function PresentPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor();
  const { id } = await params;
  if (!may(actor, "meeting.see") || !/^[1-9]\d{0,8}$/.test(id)) notFound();
  const { review } = await getReview(actor, Number(id)).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  });
  return (
    <WordsProvider {...(await clientWords("meetings", "agenda", "tasks", "lights"))}>
      <Stage initial={review} />
    </WordsProvider>
  );
}
