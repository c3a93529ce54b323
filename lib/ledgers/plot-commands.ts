import { command } from "../api";
import { demandOn } from "../auth/demand";
import type { Actor } from "../auth/permissions";
import { now } from "../clock";
import type { Tx } from "../db";
import { NotFound, Refused, refuse, Stale } from "../errors";
import { type Changes, record } from "../events/record";
import { contentPath } from "../files/store";
import { sizeOfPicture } from "../files/thumbnail";
import { readTicket } from "../files/tickets";
import { accessTo } from "./base-commands";
import { AddPlot, RemovePlot, RenamePlot } from "./input";
import type { Access } from "./ledger-queries";

/** Hangs an uploaded picture into a ledger, for its entries to be placed on. @throws NotFound, Forbidden, Refused */
export const addPlot = command("plot.add", AddPlot, async (tx, actor, { ledgerId, name, ticket }) => {
  const access = await accessTo(actor, ledgerId, tx);
  demandOn(actor, "plot.change", access.task);
  refuse(access.ledger.closedOn !== null ? "ledgerClosed" : null);
  const { sha256, mime, size } = await readTicket(ticket, actor, tx);
  const picture = mime.startsWith("image/") ? await sizeOfPicture(contentPath(sha256)) : null;
  if (picture === null) throw new Refused("notAPicture");
  const order = await tx.plot.count({ where: { ledgerId } });
  const data = { ledgerId, name, sha256, mime, size, order, ...picture };
  const { id } = await tx.plot.create({ data, select: { id: true } });
  recordPlot(tx, actor, access, id, "plot.add", { name: [null, name], sha256: [null, sha256] });
  return { plotId: id, version: 1 };
});

/** @throws NotFound, Forbidden, Stale */
export const renamePlot = command("plot.rename", RenamePlot, async (tx, actor, { plotId, version, name }) => {
  const { access, plot } = await plotFor(tx, actor, plotId);
  await writePlot(tx, plot, version, { name });
  recordPlot(tx, actor, access, plotId, "plot.rename", { name: [plot.name, name] });
  return { plotId, version: version + 1 };
});

/** Takes a picture down, and the entries off it. @throws NotFound, Forbidden, Stale */
export const removePlot = command(
  "plot.remove",
  RemovePlot,
  async (tx, actor, { plotId, version, reason }) => {
    const { access, plot } = await plotFor(tx, actor, plotId);
    await writePlot(tx, plot, version, { removedAt: now() });
    await tx.ledgerEntry.updateMany({
      where: { plotId },
      data: { plotId: null, x: null, y: null, version: { increment: 1 } },
    });
    recordPlot(tx, actor, access, plotId, "plot.remove", { name: [plot.name, null] }, reason);
    return { plotId };
  },
);

type Plot = { id: number; ledgerId: number; name: string; version: number };

async function plotFor(tx: Tx, actor: Actor, id: number): Promise<{ access: Access; plot: Plot }> {
  const plot = await tx.plot.findFirst({
    where: { id, removedAt: null },
    select: { id: true, ledgerId: true, name: true, version: true },
  });
  if (!plot) throw new NotFound(`plot ${id}`);
  const access = await accessTo(actor, plot.ledgerId, tx);
  demandOn(actor, "plot.change", access.task);
  return { access, plot };
}

async function writePlot(
  tx: Tx,
  plot: Plot,
  version: number,
  fields: { name?: string; removedAt?: Date },
): Promise<void> {
  const written = await tx.plot.updateMany({
    where: { id: plot.id, version, removedAt: null },
    data: { ...fields, version: { increment: 1 } },
  });
  if (written.count === 0) throw new Stale({ ...plot }, version);
}

function recordPlot(
  tx: Tx,
  actor: Actor,
  { ledger, task }: Access,
  id: number,
  kind: string,
  changes: Changes,
  reason: string | null = null,
): void {
  const told = { ledger: [null, ledger.name] as [null, string], ...changes };
  record(tx, actor, { kind, subject: { type: "plot", id }, taskId: task.id, changes: told, reason });
}
