"use client";

import dynamic from "next/dynamic";
import { RecheckDialog, RemoveDialog, RestoreDialog } from "./entry-dialogs";
import { EntryForm } from "./entry-form";
import { useDesk } from "./ledger-context";
import { MoveDialog } from "./move-dialog";
import { AddPlotDialog, RemovePlotDialog, RenamePlotDialog } from "./plot-dialogs";
import type { Asked } from "./use-asking";

// What is rarely used comes when it is asked for.
const PasteDialog = dynamic(() => import("./paste-dialog").then((part) => part.PasteDialog));
const ChangeDialog = dynamic(() => import("./define-dialog").then((part) => part.ChangeDialog));
const CloseDialog = dynamic(() => import("./close-dialog").then((part) => part.CloseDialog));
const AssignManyDialog = dynamic(() => import("./bulk-dialogs").then((part) => part.AssignManyDialog));
const RemoveManyDialog = dynamic(() => import("./bulk-dialogs").then((part) => part.RemoveManyDialog));

type Props = {
  asked: Asked;
  /** After something was done with what was selected. */
  onDone: () => void;
};

/** The dialog for what was asked. */
export function AskedDialog({ asked, onDone }: Props) {
  const { ask } = useDesk();
  const onClose = () => ask(null);
  switch (asked.what) {
    case "move":
      return <MoveDialog entries={asked.entries} onClose={onClose} onDone={onDone} target={asked.target} />;
    case "add":
      return <EntryForm entry={null} onClose={onClose} />;
    case "edit":
      return <EntryForm entry={asked.entry} onClose={onClose} />;
    case "remove":
      return <RemoveDialog entry={asked.entry} onClose={onClose} />;
    case "restore":
      return <RestoreDialog entry={asked.entry} onClose={onClose} />;
    case "recheck":
      return <RecheckDialog entry={asked.entry} onClose={onClose} />;
    case "assignMany":
      return <AssignManyDialog entries={asked.entries} onClose={onClose} onDone={onDone} />;
    case "removeMany":
      return <RemoveManyDialog entries={asked.entries} onClose={onClose} onDone={onDone} />;
    case "paste":
      return <PasteDialog onClose={onClose} />;
    case "change":
      return <ChangeDialog onClose={onClose} />;
    case "close":
      return <CloseDialog onClose={onClose} />;
    case "addPlot":
      return <AddPlotDialog onClose={onClose} />;
    case "renamePlot":
      return <RenamePlotDialog onClose={onClose} plotId={asked.plotId} />;
    case "removePlot":
      return <RemovePlotDialog onClose={onClose} plotId={asked.plotId} />;
  }
}
