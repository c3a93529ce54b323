/** What registers hold. Those of communities and grids take their objects from the unit tree. */
export const REGISTER_KINDS = [
  "communities",
  "grids",
  "enterprises",
  "places",
  "keyPersons",
  "servedPersons",
  "meetings",
  "other",
] as const;
export type RegisterKind = (typeof REGISTER_KINDS)[number];
