import { ActButton } from "@/components/settings/act-button";
import { momentOf } from "@/components/settings/moment";
import { Banner } from "@/components/ui/banner";
import { listLockedSources } from "@/lib/accounts/queries";
import type { Actor } from "@/lib/auth/permissions";
import { getWords } from "@/lib/words";

/** Addresses from which nobody can sign in for a while: an office behind one address wants to know. */
export async function LockedSources({ actor }: { actor: Actor }) {
  const [t, sources] = await Promise.all([getWords("admin"), listLockedSources(actor)]);
  if (sources.length === 0) return null;
  return (
    <div className="mb-4">
      <Banner tone="warning">
        <p>{t("accounts.lockedSources")}</p>
        <ul className="mt-1 flex flex-col gap-1">
          {sources.map(({ source, lockedUntil }) => {
            const time = lockedUntil ? momentOf(lockedUntil).slice(11) : "";
            return (
              <li className="tabular flex items-center gap-3" key={source}>
                {t("accounts.until", { source, time })}
                <ActButton
                  command="account.unlock"
                  done={t("deed.unlocked")}
                  fullLabel={t("accounts.unlockSource", { source })}
                  input={{ source }}
                  label={t("deed.unlock")}
                  variant="plain"
                />
              </li>
            );
          })}
        </ul>
      </Banner>
    </div>
  );
}
