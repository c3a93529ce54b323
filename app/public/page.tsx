import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PublicTable } from "@/components/dashboard/public-table";
import { sayDay } from "@/lib/calendar/rules";
import { getPublicPage } from "@/lib/dashboard/public-queries";
import { NotFound } from "@/lib/errors";
import { sayMoment } from "@/lib/house-style";
import { getLocale, getWords } from "@/lib/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("publicPage"))("title") };
}

/** Numbers of what the office publishes, for everybody; while the office keeps it shut there is no such page. */
export default async function PublicPage() {
  const [t, locale, page] = await Promise.all([getWords("publicPage"), getLocale(), openPage()]);
  const asOf = sayMoment(page.asOf, "1970-01-01", locale);
  return (
    <main
      className="mx-auto w-full max-w-[960px] flex-1 px-4 py-8 outline-none sm:py-12 print:p-0"
      id="main"
      tabIndex={-1}
    >
      <p className="text-muted">{page.officeName}</p>
      <h1 className="text-title">{t("title")}</h1>
      <p className="mt-1 mb-6 text-muted">
        {page.plan ? `${page.plan} · ` : ""}
        {t("asOf", { moment: asOf })}
      </p>
      {page.total === 0 ? (
        <p className="rounded border border-line bg-paper px-4 py-6">{t("nothing")}</p>
      ) : (
        <PublicTable day={sayDay(page.day, "1970-01-01", locale)} page={page} />
      )}
      <p className="measure mt-6 text-muted text-small">{t("about")}</p>
    </main>
  );
}

async function openPage() {
  try {
    return await getPublicPage();
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
