"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Combobox } from "@/components/ui/combobox";
import { FormDialog } from "@/components/ui/form-dialog";
import { notify } from "@/components/ui/toast-queue";
import type { Organisation, OrganisationPost, OrganisationUnit } from "@/lib/organisation/queries";
import { wouldCircle } from "@/lib/organisation/rules";
import { useWords } from "@/lib/words-client";

type Moved = { unit: OrganisationUnit } | { post: OrganisationPost };
type Props = { moved: Moved; organisation: Organisation; onClose: () => void };

/** Puts a unit below another one, or a post into another unit. */
export function MoveDialog({ moved, organisation, onClose }: Props) {
  const t = useWords("organisation");
  const isUnit = "unit" in moved;
  const { name, version, id } = isUnit ? moved.unit : moved.post;
  const from = isUnit ? moved.unit.parentId : moved.post.unitId;
  const { change, pending, problem } = useChange(isUnit ? "unit.edit" : "post.edit");
  const [to, setTo] = useState<number | null>(null);
  const [missing, setMissing] = useState(false);
  const places = organisation.units.filter(
    (unit) =>
      unit.closedOn === null &&
      unit.id !== from &&
      !(isUnit && wouldCircle(organisation.units, moved.unit.id, unit.id)),
  );
  const submit = async () => {
    setMissing(to === null);
    if (to === null) return;
    const input = isUnit ? { unitId: id, version, parentId: to } : { postId: id, version, unitId: to };
    if ((await change(input)) === null) return;
    notify({ text: t("done.moved", { name }) });
    onClose();
  };
  return (
    <FormDialog
      description={t(isUnit ? "move.unitTells" : "move.postTells")}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("move.submit")}
      title={t("move.title", { name })}
    >
      <Combobox
        error={missing ? t("needs.place") : problem?.isStale ? t("stale") : null}
        label={t(isUnit ? "move.below" : "move.into")}
        name="to"
        onChange={setTo}
        options={places.map((unit) => ({ id: unit.id, label: unit.name, keys: unit.shortName }))}
        value={to}
      />
    </FormDialog>
  );
}
