"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { runCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { Table, Td, Th } from "@/components/ui/table";
import { notify } from "@/components/ui/toast-queue";
import type { ListedObject } from "@/lib/coverage/register-queries";
import type { Register } from "@/lib/coverage/subjects";
import { useWords } from "@/lib/words-client";
import type { Asked, Offered } from "./register-page";

/** More rows than these are drawn when they are asked for. */
const AT_ONCE = 200;

type Props = {
  register: Register;
  objects: readonly ListedObject[];
  offered: Offered;
  changes: boolean;
  onAsk: (asked: Asked) => void;
};

/** The objects of a register. */
export function ObjectTable({ register, objects, offered, changes, onAsk }: Props) {
  const t = useWords("coverage");
  const [shown, setShown] = useState(AT_ONCE);
  const units = new Map(offered.units.map(({ id, shortName, name }) => [id, shortName || name]));
  const posts = new Map(offered.posts.map(({ id, name }) => [id, name]));
  return (
    <>
      <Table caption={register.name}>
        <thead>
          <tr>
            <Th>{t("register.code")}</Th>
            <Th>{t("register.name")}</Th>
            <Th>{t("register.unit")}</Th>
            <Th>{t("register.post")}</Th>
            <Th>{t("register.sponsor")}</Th>
            <Th number>{t("register.from")}</Th>
            <Th number>{t("register.to")}</Th>
            <Th number>{t("matrix.visits")}</Th>
            {changes ? <Th>{t("register.deeds")}</Th> : null}
          </tr>
        </thead>
        <tbody>
          {objects.slice(0, shown).map((object) => (
            <tr key={object.id}>
              <Td className="tabular whitespace-nowrap font-semibold">{object.code}</Td>
              <Td className="min-w-40">
                <Name object={object} />
              </Td>
              <Td>{units.get(object.unitId ?? 0) ?? "—"}</Td>
              <Td>{posts.get(object.postId ?? 0) ?? "—"}</Td>
              <Td>{posts.get(object.sponsorPostId ?? 0) ?? "—"}</Td>
              <Td number>{object.activeFrom}</Td>
              <Td number>{object.activeTo ?? "—"}</Td>
              <Td number>{object.visits}</Td>
              {changes ? (
                <Td>
                  <Deeds object={object} onAsk={onAsk} />
                </Td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      {objects.length > shown ? (
        <Button className="mt-2" onClick={() => setShown(shown + AT_ONCE)}>
          {t("desk.more", { n: objects.length - shown })}
        </Button>
      ) : null}
    </>
  );
}

function Name({ object }: { object: ListedObject }) {
  const t = useWords("coverage");
  const [revealed, setRevealed] = useState<{ name: string; note: string } | null>(null);
  const reveal = async () => {
    try {
      setRevealed(await runCommand("object.reveal", { objectId: object.id }));
    } catch (error) {
      notify({ text: error instanceof Error ? error.message : t("failed"), tone: "error" });
    }
  };
  const note = revealed?.note ?? object.note;
  return (
    <>
      {revealed?.name ?? object.name ?? t("register.masked")}
      {object.mayReveal && !revealed ? (
        <Button className="ml-2" onClick={reveal} size="sm" variant="quiet">
          {t("reveal.show")}
        </Button>
      ) : null}
      {note ? <span className="block text-muted text-small">{note}</span> : null}
    </>
  );
}

function Deeds({ object, onAsk }: { object: ListedObject; onAsk: (asked: Asked) => void }) {
  const t = useWords("coverage");
  const rejoin = useChange("object.rejoin");
  const items: MenuEntry[] = [
    { label: t("object.edit"), onSelect: () => onAsk({ what: "edit", object }) },
    object.activeTo === null
      ? { label: t("object.leave"), onSelect: () => onAsk({ what: "leave", object }), danger: true }
      : {
          label: t("object.rejoin"),
          onSelect: () => void rejoin.change({ objectId: object.id, version: object.version }),
        },
  ];
  return (
    <Menu
      items={items}
      label={t("object.deeds", { code: object.code })}
      trigger={(props) => (
        <IconButton label={t("object.deeds", { code: object.code })} size="sm" {...props}>
          <Icon name="more" />
        </IconButton>
      )}
    />
  );
}
