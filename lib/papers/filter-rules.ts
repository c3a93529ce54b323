import { FIGURES, type Figure } from "../lights/figures";
import { LIGHTS, type Light } from "../lights/rules";
import { STATUSES, type TaskStatus } from "../tasks/rules";

/** Which tasks a paper is about: the same address that the board understands. */
export type PaperFilter = {
  text: string;
  only: Figure | null;
  sections: readonly number[];
  units: readonly number[];
  owners: readonly number[];
  sponsors: readonly number[];
  lights: readonly Light[];
  statuses: readonly TaskStatus[];
};

export function readPaperFilter(asked: URLSearchParams): PaperFilter {
  const listed = (name: string) => (asked.get(name) ?? "").split(".").filter(Boolean);
  const ids = (name: string) => listed(name).map(Number).filter(Number.isSafeInteger);
  return {
    text: (asked.get("q") ?? "").trim().slice(0, 100),
    only: FIGURES.find((one) => one === asked.get("only")) ?? null,
    ...{ sections: ids("section"), units: ids("unit"), owners: ids("owner"), sponsors: ids("sponsor") },
    lights: LIGHTS.filter((light) => listed("light").includes(light)),
    statuses: STATUSES.filter((status) => listed("status").includes(status)),
  };
}

type Node = { id: number; parentId: number | null };

/** The chosen ones with everything below them; null when nothing is chosen, which lets everything through. */
export function withBelow(chosen: readonly number[], nodes: readonly Node[]): ReadonlySet<number> | null {
  if (chosen.length === 0) return null;
  const found = new Set(chosen);
  for (let before = -1; before < found.size; ) {
    before = found.size;
    for (const { id, parentId } of nodes) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}
