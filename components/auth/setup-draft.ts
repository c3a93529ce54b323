import type { FormError } from "@/components/ui/error-summary";
import { failedCriteria, leastLength, type PasswordPolicy } from "@/lib/accounts/rules";
import type { Words } from "@/lib/message-format";

/** The form of the set-up before it is sent. */

export const FIRST = ["supervisor", "systemAdmin", "securityAdmin", "auditAdmin"] as const;
export type First = (typeof FIRST)[number];
export type Start = "sample" | "empty";
export type Draft = Record<First, { name: string; password: string; personName: string }>;

const blank = { name: "", password: "", personName: "" };
export const emptyDraft: Draft = {
  supervisor: blank,
  systemAdmin: { ...blank, name: "xitong" },
  securityAdmin: { ...blank, name: "anquan" },
  auditAdmin: { ...blank, name: "shenji" },
};

/** What the door is sent; an empty password is left out, so that one is made. */
export function toInput(draft: Draft) {
  const { personName } = draft.supervisor;
  const accounts = FIRST.map((role) => {
    const { name, password } = draft[role];
    const own = role === "supervisor" ? { personName } : {};
    return [role, { name, ...own, ...(password !== "" && { password }) }];
  });
  return Object.fromEntries(accounts);
}

/** What is wrong with the form, told before it is sent. */
export function errorsIn(t: Words, draft: Draft, policy: PasswordPolicy): FormError[] {
  const names = FIRST.map((role) => draft[role].name.trim().toLowerCase());
  const hasTwins = new Set(names).size < names.length && !names.includes("");
  const person = draft.supervisor.personName.trim();
  return [
    ...(person === "" ? [{ field: "supervisor.personName", message: t("setup.personMissing") }] : []),
    ...FIRST.flatMap((role) => errorsOf(t, draft, role, policy)),
    ...(hasTwins ? [{ field: "supervisor.name", message: t("setup.sameAccount") }] : []),
  ];
}

function errorsOf(t: Words, draft: Draft, role: First, policy: PasswordPolicy): FormError[] {
  const { name, password } = draft[role];
  const who = { role: t(`role.${role}`), least: leastLength(policy) };
  const errors: FormError[] = [];
  if (name.trim() === "") errors.push({ field: `${role}.name`, message: t("setup.accountMissing", who) });
  if (password !== "" && failedCriteria(password, policy, name.trim()).length > 0) {
    const message = policy === "dengbao" ? t("setup.weakClasses", who) : t("setup.weak", who);
    errors.push({ field: `${role}.password`, message });
  }
  return errors;
}
