import * as z from "zod";
import { ROLES } from "../auth/permissions";
import { id, line, text, version } from "../shapes";

/** How accounts are called: what the database allows, after spaces and capitals of a phone's keyboard are gone. */
export const accountName = z
  .string()
  .max(100)
  .transform((typed) => typed.normalize("NFKC").trim().toLowerCase())
  .pipe(z.string().refine((name) => /^[a-z0-9][a-z0-9._-]{1,39}$/.test(name), "accountName"));

const password = z.string().min(1, "required").max(400);
const subject = text(255).transform((typed) => typed || null);

/** Without a password one is made and shown once; giving one is left to the installation itself. */
const given = { password: password.optional(), mustChangePassword: z.boolean().optional() };

export const AddAccount = z
  .strictObject({
    name: accountName,
    personId: id.optional(),
    personName: line(40).optional(),
    ...given,
  })
  .refine((sent) => sent.personId === undefined || sent.personName === undefined, {
    path: ["personId"],
    error: "onePerson",
  });
export const EditAccount = z.strictObject({
  accountId: id,
  version,
  name: accountName.optional(),
  oidcSubject: subject.optional(),
});
export const ResetPassword = z.strictObject({ accountId: id, ...given });
export const OneAccount = z.strictObject({ accountId: id });
export const Unlock = z.strictObject({ accountId: id.optional(), source: line(80).optional() });
export const SetRoles = z.strictObject({
  accountId: id,
  version,
  roles: z
    .array(z.enum(ROLES))
    .max(ROLES.length)
    .transform((roles) => ROLES.filter((role) => new Set(roles).has(role))),
});
export const ChangePassword = z.strictObject({
  oldPassword: password,
  newPassword: password,
  revokeTokens: z.boolean().default(false),
});
