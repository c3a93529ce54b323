import type { StatusShape } from "@/components/ui/status-mark";
import type { CellState } from "@/lib/coverage/rules";

/** The shape of each state; a cell that is under way shows half of it. */
export function shapeOf(state: CellState, count: number): StatusShape | null {
  if (state === "met") return "done";
  if (state === "missed") return "overdue";
  if (state === "open") return count > 0 ? "inProgress" : "notStarted";
  return null;
}

/** A tint besides shape and word. */
export const TINTS: Record<CellState, string> = {
  met: "bg-green-soft",
  missed: "bg-red-soft",
  open: "bg-paper",
  notApplicable: "bg-sunken",
};
