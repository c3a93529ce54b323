"use client";

import type { Holder, Organisation, OrganisationPost, OrganisationUnit } from "@/lib/organisation/queries";
import { AddPostDialog, AddUnitDialog } from "./add-dialogs";
import { CloseDialog } from "./close-dialog";
import { SeatDialog, UnseatDialog } from "./holding-dialogs";
import { MoveDialog } from "./move-dialog";
import type { Rights } from "./organisation-view";

/** What was chosen in a menu and needs an answer. */
export type Asked =
  | { what: "addUnit"; parent: OrganisationUnit }
  | { what: "addPost" | "moveUnit" | "closeUnit"; unit: OrganisationUnit }
  | { what: "movePost" | "closePost" | "seat"; post: OrganisationPost }
  | { what: "unseat"; post: OrganisationPost; holder: Holder };

type Props = { asked: Asked; organisation: Organisation; rights: Rights; onClose: () => void };

/** The dialog for what was asked. */
export function TreeDialogs({ asked, organisation, rights, onClose }: Props) {
  switch (asked.what) {
    case "addUnit":
      return <AddUnitDialog onClose={onClose} parent={asked.parent} />;
    case "addPost":
      return <AddPostDialog onClose={onClose} unit={asked.unit} />;
    case "moveUnit":
      return <MoveDialog moved={{ unit: asked.unit }} onClose={onClose} organisation={organisation} />;
    case "movePost":
      return <MoveDialog moved={{ post: asked.post }} onClose={onClose} organisation={organisation} />;
    case "closeUnit":
      return <CloseDialog closed={{ unit: asked.unit }} onClose={onClose} />;
    case "closePost":
      return <CloseDialog closed={{ post: asked.post }} onClose={onClose} />;
    case "seat":
      return (
        <SeatDialog onClose={onClose} organisation={organisation} postId={asked.post.id} rights={rights} />
      );
    case "unseat":
      return (
        <UnseatDialog holder={asked.holder} onClose={onClose} organisation={organisation} post={asked.post} />
      );
  }
}
