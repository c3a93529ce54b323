"use client";

import { classNames } from "@/components/ui/class-names";
import { criteriaOf, failedCriteria, leastLength, type PasswordPolicy } from "@/lib/accounts/rules";
import { useWords } from "@/lib/words-client";

type Props = { password: string; policy: PasswordPolicy; accountName: string };

/** What a password must be, ticked off while it is typed. */
export function PasswordCriteria({ password, policy, accountName }: Props) {
  const t = useWords("auth");
  const failed = failedCriteria(password, policy, accountName);
  const criteria = failed.includes("tooLong")
    ? [...criteriaOf(policy), "tooLong" as const]
    : criteriaOf(policy);
  return (
    <div className="rounded bg-sunken px-3 py-2 text-small">
      <p className="font-semibold">{t("password.criteria")}</p>
      <ul className="mt-1 flex flex-col gap-0.5">
        {criteria.map((criterion) => {
          const met = password !== "" && !failed.includes(criterion);
          return (
            <li className="flex gap-2" key={criterion}>
              <span
                aria-hidden="true"
                className={classNames("w-4 shrink-0 text-center", met ? "text-green" : "text-muted")}
              >
                {met ? "✓" : "○"}
              </span>
              <span>
                {t(`password.${criterion}`, { least: leastLength(policy) })}
                <span className="sr-only">{met ? t("password.met") : t("password.unmet")}</span>
              </span>
            </li>
          );
        })}
        <li className="flex gap-2">
          <span aria-hidden="true" className="w-4 shrink-0 text-center text-muted">
            ○
          </span>
          {t("password.used")}
        </li>
      </ul>
    </div>
  );
}
