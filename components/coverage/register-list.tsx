"use client";

import Link from "next/link";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icons";
import { Table, Td, Th } from "@/components/ui/table";
import type { RegisterRow } from "@/lib/coverage/register-queries";
import { useWords } from "@/lib/words-client";
import { RegisterForm } from "./register-form";

/** The registers, with how many objects each has and how many duties count them. */
export function RegisterList({ registers }: { registers: readonly RegisterRow[] }) {
  const t = useWords("coverage");
  if (registers.length === 0) return <EmptyState title={t("registers.none")} />;
  return (
    <Table caption={t("registers.title")}>
      <thead>
        <tr>
          <Th>{t("registers.name")}</Th>
          <Th>{t("registers.kind")}</Th>
          <Th number>{t("registers.objects")}</Th>
          <Th number>{t("registers.duties")}</Th>
        </tr>
      </thead>
      <tbody>
        {registers.map((register) => (
          <tr key={register.id}>
            <Td>
              <Link
                className="inline-flex min-h-6 items-center font-semibold text-action hover:underline touch:min-h-11"
                href={`/coverage/registers/${register.id}`}
              >
                {register.name}
              </Link>{" "}
              {register.label === "sensitive" ? <Badge tone="yellow">{t("register.sensitive")}</Badge> : null}{" "}
              {register.closedOn === null ? null : <Badge>{t("register.closed")}</Badge>}
            </Td>
            <Td>{t(`kind.${register.kind}`)}</Td>
            <Td number>{register.objects}</Td>
            <Td number>{register.duties}</Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export function NewRegister() {
  const t = useWords("coverage");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen(true)} variant="primary">
        {t("register.new")}
      </Button>
      {open ? <RegisterForm onClose={() => setOpen(false)} /> : null}
    </>
  );
}
