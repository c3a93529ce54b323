import { ADMIN_ROLES, type Role } from "./permissions";

/** What sets the three administrators apart from everybody else, and from each other. */

/** Does an account with these roles administer the installation? */
export function administers(roles: readonly Role[]): boolean {
  return roles.some((role) => (ADMIN_ROLES as readonly Role[]).includes(role));
}

/** Could whoever gets into this account decide who may do what, or who is watched? The system administrator must not get into it. */
export function isBeyondSystemAdmin(roles: readonly Role[]): boolean {
  return roles.some((role) => role === "securityAdmin" || role === "auditAdmin");
}

/** The roles without whose last holder nobody could let anybody in again. */
const NEVER_VACANT = ["systemAdmin", "securityAdmin"] as const satisfies readonly Role[];

/** Which of these an account gives up when its roles become `after`; all of them when it is disabled. */
export function vacated(before: readonly Role[], after: readonly Role[]): Role[] {
  return NEVER_VACANT.filter((role) => before.includes(role) && !after.includes(role));
}

/** Two administrators' roles, or one beside any other, never meet on one account. */
export function rolesMayStandTogether(roles: readonly Role[]): boolean {
  return roles.length <= 1 || !administers(roles);
}
