import { demand } from "../auth/demand";
import { type Actor, visibilityKey } from "../auth/permissions";
import { getVisibleBoard, headSeq } from "../board/queries";
import { today } from "../clock";
import { getSettings } from "../settings/queries";
import { lightSetting } from "../settings/rules";
import { type Dashboard, dashboardOf } from "./rules";

export type PlanDashboard = Dashboard & { plan: { year: number; title: string } | null };

const KEPT = 30;
const kept = new Map<string, { tag: string; made: Promise<PlanDashboard> }>();

/** The figures of everything that `actor` may see today; made once for all who see the same, until something happens. @throws Forbidden */
export async function getDashboard(actor: Actor): Promise<PlanDashboard> {
  demand(actor, "board.see");
  const key = visibilityKey(actor);
  const tag = `${await headSeq()} ${today()}`;
  const found = kept.get(key);
  if (found?.tag === tag) return found.made;
  const made = make(actor);
  kept.delete(key);
  kept.set(key, { tag, made });
  made.catch(() => kept.delete(key));
  if (kept.size > KEPT) kept.delete(kept.keys().next().value as string);
  return made;
}

async function make(actor: Actor): Promise<PlanDashboard> {
  const [{ plan, ...board }, { settings, calendar }] = await Promise.all([
    getVisibleBoard(actor),
    getSettings(),
  ]);
  return { ...dashboardOf(board, lightSetting(today(), settings, calendar)), plan };
}
