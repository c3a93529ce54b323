import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icons";

const TONES = {
  info: { box: "border-action bg-action-soft", icon: "info" },
  warning: { box: "border-yellow bg-yellow-soft", icon: "warning" },
  error: { box: "border-red bg-red-soft", icon: "warning" },
  success: { box: "border-green bg-green-soft", icon: "check" },
} as const satisfies Record<string, { box: string; icon: IconName }>;

type Props = { tone?: keyof typeof TONES; action?: ReactNode; children: ReactNode };

/** A message about the whole page; errors are announced at once. */
export function Banner({ tone = "info", action, children }: Props) {
  return (
    <div
      className={classNames(
        "flex flex-wrap items-start gap-x-3 gap-y-2 rounded border-l-4 px-3 py-2 text-ui",
        TONES[tone].box,
      )}
      role={tone === "error" ? "alert" : "status"}
    >
      <span className="mt-0.5">
        <Icon name={TONES[tone].icon} />
      </span>
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  );
}
