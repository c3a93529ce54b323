import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MatrixPage } from "@/components/coverage/matrix-page";
import { PageFrame } from "@/components/shell/page-frame";
import { currentActor } from "@/lib/auth/current-actor";
import { now, today } from "@/lib/clock";
import { getMatrix } from "@/lib/coverage/matrix-queries";
import { NotFound } from "@/lib/errors";
import { sayMoment } from "@/lib/house-style";
import { clientWords, getLocale, getWords } from "@/lib/words";
import { WordsProvider } from "@/lib/words-client";

type Props = { params: Promise<{ dutyId: string }>; searchParams: Promise<{ year?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("coverage"))("title") };
}

export default async function DutyPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  const [{ dutyId }, { year }, t, locale] = await Promise.all([
    params,
    searchParams,
    getWords("coverage"),
    getLocale(),
  ]);
  if (!/^[1-9]\d{0,8}$/.test(dutyId)) notFound();
  const asked = year && /^\d{4}$/.test(year) ? Number(year) : null;
  const text = await getMatrix(actor, Number(dutyId), asked).catch(orNotFound);
  const { head } = JSON.parse(`${text.slice(0, text.indexOf(',"objects":'))}}`);
  const { duty, task } = head;
  return (
    <WordsProvider {...(await clientWords("coverage", "refusals", "tasks", "files"))}>
      <div className="flex min-w-0 flex-1 flex-col" data-paper data-print="a3-landscape">
        <PageFrame
          asOf={sayMoment(now(), today(), locale)}
          crumbs={[
            { label: t("title"), href: "/coverage" },
            { label: `${task.code} ${task.title ?? ""}`, href: `/tasks/${task.id}` },
          ]}
          title={duty.name}
          wide
        >
          <MatrixPage text={text} />
        </PageFrame>
      </div>
    </WordsProvider>
  );
}

function orNotFound(error: unknown): never {
  if (error instanceof NotFound) notFound();
  throw error;
}
