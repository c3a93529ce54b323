import { momentOf } from "@/components/settings/moment";
import { Badge } from "@/components/ui/badge";
import type { Outlet } from "@/lib/notifications/outlet-queries";
import { sayProblem } from "@/lib/notifications/say-message";
import { getWords } from "@/lib/words";
import { OutletActions } from "./outlet-actions";

/** The four ways out of the office: which are open, where they lead, and what became of the last test. */
export async function OutletCards({ outlets }: { outlets: readonly Outlet[] }) {
  const [t, said] = await Promise.all([getWords("outlets"), getWords("notifications")]);
  return (
    <ul className="grid gap-3 lg:grid-cols-2">
      {outlets.map((outlet) => {
        const { channel, enabled, version, address, sender, hasSecret, lastTest } = outlet;
        return (
          <li className="flex flex-col gap-3 rounded border border-line bg-paper p-4" key={channel}>
            <div className="flex items-center justify-between gap-2">
              <h3 className="font-semibold">{said(`channel.${channel}`)}</h3>
              <Badge tone={enabled ? "green" : "neutral"}>
                {t(enabled ? "open" : version === 0 ? "unset" : "shut")}
              </Badge>
            </div>
            {version === 0 ? (
              <p className="text-muted">{t(`about.${channel}`)}</p>
            ) : (
              <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1">
                <dt className="text-muted">{t("address")}</dt>
                <dd className="break-all">{address}</dd>
                {channel === "mail" ? (
                  <>
                    <dt className="text-muted">{t("sender")}</dt>
                    <dd className="break-all">{sender || "—"}</dd>
                  </>
                ) : null}
                <dt className="text-muted">{t("secret")}</dt>
                <dd>{t(hasSecret ? "secretSet" : "secretNone")}</dd>
                <dt className="text-muted">{t("lastTest")}</dt>
                <dd className="tabular">
                  {lastTest === null
                    ? t("never")
                    : `${momentOf(lastTest.at)} · ${said(`status.${lastTest.status}`)}${
                        lastTest.problem ? ` · ${sayProblem(lastTest.problem, said)}` : ""
                      }`}
                </dd>
              </dl>
            )}
            <OutletActions outlet={outlet} />
          </li>
        );
      })}
    </ul>
  );
}
