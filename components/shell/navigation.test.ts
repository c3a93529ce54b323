import { expect, test } from "vitest";
import type { Actor, Role } from "@/lib/auth/permissions";
import { isCurrent, navigationFor, tabsFor } from "./navigation";

const nobody: Actor = {
  ...{ accountId: 1, personId: null, name: "" },
  ...{ roles: [], postIds: [], unitIds: [], headUnitIds: [] },
};
const itemsFor = (...roles: Role[]) => navigationFor({ ...nobody, roles });
const keys = (items: readonly { key: string }[]) => items.map(({ key }) => key).join(" ");

test("the pages stand in the order of the day's work, and only those that open", () => {
  expect(keys(itemsFor("supervisor"))).toBe(
    "desk report board wall dashboard plan ledgers coverage leagues meetings supervision papers organisation",
  );
  expect(keys(itemsFor("observer"))).toBe("desk board wall dashboard plan ledgers leagues organisation");
  expect(keys(itemsFor("systemAdmin"))).toBe("organisation admin");
});

test("the desk of a leader is the leader's own", () => {
  const hrefs = (...roles: Role[]) => itemsFor(...roles).map(({ href }) => href)[0];
  expect([hrefs("leader"), hrefs("staff"), hrefs("supervisor")]).toEqual(["/leader", "/", "/"]);
});

test("a phone has five places: what is needed in the field, and one for the rest", () => {
  const { shown, rest } = tabsFor(itemsFor("staff"));
  expect(keys(shown)).toBe("desk report board coverage");
  expect(keys(rest)).toBe("wall dashboard plan ledgers leagues meetings supervision papers organisation");
  expect(keys(tabsFor(itemsFor("observer")).shown)).toBe("desk board ledgers plan");
});

test("who has few pages finds them all without another tap", () => {
  expect(tabsFor(itemsFor("auditAdmin"))).toMatchObject({ shown: [{ key: "admin" }], rest: [] });
});

test("the entry of a page is marked also where its address is another", () => {
  const marked = (pathname: string) =>
    keys(itemsFor("supervisor").filter(({ href }) => isCurrent(href, pathname)));
  const paths = ["/", "/report", "/rounds", "/rounds/3", "/board", "/boarding", "/inbox"];
  expect(paths.map(marked)).toEqual(["desk", "report", "report", "report", "board", "", ""]);
});
