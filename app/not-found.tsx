import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { getWords } from "@/lib/words";

export default async function NotFound() {
  const t = await getWords("shell");
  return (
    <main className="flex-1 content-center" id="main" tabIndex={-1}>
      <EmptyState action={<LinkButton href="/">{t("notFound.home")}</LinkButton>} title={t("notFound.title")}>
        {t("notFound.why")}
      </EmptyState>
    </main>
  );
}
