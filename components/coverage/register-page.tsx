"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icons";
import { TextInput } from "@/components/ui/text-input";
import { notify } from "@/components/ui/toast-queue";
import type { ListedObject, RegisterDetail } from "@/lib/coverage/register-queries";
import { useWords } from "@/lib/words-client";
import { CloseDialog } from "./close-dialog";
import { LeaveDialog } from "./leave-dialog";
import { ObjectForm } from "./object-form";
import { ObjectTable } from "./object-table";
import { PasteDialog } from "./paste-dialog";
import { RegisterForm } from "./register-form";

/** The units and posts that objects may belong to, in the order of the office. */
export type Offered = {
  units: readonly { id: number; name: string; shortName: string }[];
  posts: readonly { id: number; name: string; unitId: number }[];
};
type Props = { detail: RegisterDetail; offered: Offered; changes: boolean };
export type Asked =
  | { what: "add" | "paste" | "change" | "close" }
  | { what: "edit" | "leave"; object: ListedObject };

/** A register: its objects, and what the supervisor may change about them. */
export function RegisterPage({ detail, offered, changes }: Props) {
  const t = useWords("coverage");
  const { register, objects, unitsMissing } = detail;
  const [typed, setTyped] = useState("");
  const [left, setLeft] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const text = typed.trim().toLowerCase();
  const shown = objects.filter(
    ({ code, name, activeTo }) =>
      (left || activeTo === null) && `${code} ${name ?? ""}`.toLowerCase().includes(text),
  );
  const gone = objects.filter(({ activeTo }) => activeTo !== null).length;
  const open = changes && register.closedOn === null;
  return (
    <>
      {register.label === "sensitive" ? (
        <div className="mb-3">
          <Banner>{t("register.maskedNote")}</Banner>
        </div>
      ) : null}
      {open && unitsMissing > 0 ? <Follow count={unitsMissing} registerId={register.id} /> : null}
      <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
        <div className="w-52">
          <TextInput
            hideLabel
            label={t("matrix.search")}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t("matrix.search")}
            type="search"
            value={typed}
          />
        </div>
        <Chips label={t("register.which")}>
          <Chip count={gone} onToggle={() => setLeft(!left)} selected={left}>
            {t("register.withLeft")}
          </Chip>
        </Chips>
        {open ? <Deeds onAsk={setAsked} /> : null}
      </div>
      {objects.length === 0 ? (
        <EmptyState title={t("register.empty")}>{open ? t("register.emptyHint") : null}</EmptyState>
      ) : (
        <ObjectTable changes={open} objects={shown} offered={offered} onAsk={setAsked} register={register} />
      )}
      {asked ? (
        <Dialogs asked={asked} detail={detail} offered={offered} onClose={() => setAsked(null)} />
      ) : null}
    </>
  );
}

function Deeds({ onAsk }: { onAsk: (asked: Asked) => void }) {
  const t = useWords("coverage");
  return (
    <span className="ml-auto flex flex-wrap gap-2">
      <Button icon={<Icon name="plus" />} onClick={() => onAsk({ what: "add" })} size="sm" variant="primary">
        {t("object.add")}
      </Button>
      <Button onClick={() => onAsk({ what: "paste" })} size="sm">
        {t("paste.title")}
      </Button>
      <Button onClick={() => onAsk({ what: "change" })} size="sm">
        {t("register.change")}
      </Button>
      <Button onClick={() => onAsk({ what: "close" })} size="sm">
        {t("register.close")}
      </Button>
    </span>
  );
}

type DialogsProps = Omit<Props, "changes"> & { asked: Asked; onClose: () => void };

function Dialogs({ asked, detail, offered, onClose }: DialogsProps) {
  const { register, objects } = detail;
  switch (asked.what) {
    case "add":
      return <ObjectForm offered={offered} onClose={onClose} register={register} />;
    case "edit":
      return <ObjectForm object={asked.object} offered={offered} onClose={onClose} register={register} />;
    case "leave":
      return <LeaveDialog object={asked.object} onClose={onClose} />;
    case "paste":
      return <PasteDialog objects={objects} offered={offered} onClose={onClose} register={register} />;
    case "change":
      return <RegisterForm onClose={onClose} register={register} />;
    case "close":
      return <CloseDialog of={register} onClose={onClose} what="register" />;
  }
}

function Follow({ registerId, count }: { registerId: number; count: number }) {
  const t = useWords("coverage");
  const { change, pending } = useChange<{ joined: number; left: number }>("register.follow");
  const follow = async () => {
    const done = await change({ registerId });
    if (done) notify({ text: t("register.followed", done), tone: "success" });
  };
  return (
    <div className="mb-3">
      <Banner
        action={
          <Button busy={pending} onClick={follow} size="sm">
            {t("register.follow")}
          </Button>
        }
        tone="warning"
      >
        {t("register.unitsMissing", { n: count })}
      </Banner>
    </div>
  );
}
