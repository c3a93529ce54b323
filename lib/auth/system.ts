import type { Actor } from "./permissions";

/** The installation itself: seeding, the start-up, scheduled work, sign-in before anybody is known. */
export const SYSTEM: Actor = {
  accountId: null,
  personId: null,
  name: "系统",
  roles: [],
  postIds: [],
  unitIds: [],
  headUnitIds: [],
  system: true,
};
