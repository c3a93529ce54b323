import { getWords } from "@/lib/words";

/** Above every page: the office is looking at a fixed day, and this is no place for state secrets. */
export async function NoticeStrip({ fixedDay }: { fixedDay: string | null }) {
  const t = await getWords("shell");
  return (
    <aside
      aria-label={t("notices")}
      className="flex flex-wrap items-center justify-center gap-x-4 bg-sunken px-4 text-small print:hidden"
    >
      {fixedDay ? (
        <span className="tabular rounded bg-yellow-soft px-2 font-semibold">
          {t("fixedDay", { day: fixedDay })}
        </span>
      ) : null}
      <span className="text-muted leading-6">{t("noSecrets")}</span>
    </aside>
  );
}
