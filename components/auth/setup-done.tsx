"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { sendCommand } from "@/components/data/send-command";
import { Banner } from "@/components/ui/banner";
import { Button, LinkButton } from "@/components/ui/button";
import { Icon } from "@/components/ui/icons";
import { Table, Td, Th } from "@/components/ui/table";
import { useWords } from "@/lib/words-client";
import type { First, Start } from "./setup-draft";

export type Opened = { role: First; name: string; password: string | null };

type Props = { opened: readonly Opened[]; start: Start; token: string };

/** The passwords, shown this once, while the sample year is being filled in behind them. */
export function SetupDone({ opened, start, token }: Props) {
  const t = useWords("auth");
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="flex flex-col gap-5">
      <h2 className="text-heading outline-none" ref={title} tabIndex={-1}>
        {t("setup.doneTitle")}
      </h2>
      <p className="measure">{t("setup.doneIntro")}</p>
      <Table caption={t("setup.caption")}>
        <thead>
          <tr>
            <Th>{t("setup.role")}</Th>
            <Th>{t("setup.account")}</Th>
            <Th>{t("setup.password")}</Th>
          </tr>
        </thead>
        <tbody>
          {opened.map(({ role, name, password }) => (
            <tr key={role}>
              <Td>{t(`role.${role}`)}</Td>
              <Td>
                <code>{name}</code>
              </Td>
              <Td>{password ? <code className="whitespace-nowrap">{password}</code> : t("setup.chosen")}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {start === "sample" ? <Filling token={token} /> : null}
      <div className="flex flex-wrap gap-2 print:hidden">
        <Button icon={<Icon name="print" />} onClick={() => window.print()}>
          {t("setup.print")}
        </Button>
        <LinkButton href="/sign-in" variant="primary">
          {t("setup.goSignIn")}
        </LinkButton>
      </div>
    </div>
  );
}

type Progress = { kind: "filling" } | { kind: "filled" } | { kind: "failed"; why: string };

function Filling({ token }: { token: string }) {
  const t = useWords("auth");
  const [progress, setProgress] = useState<Progress>({ kind: "filling" });
  const fill = useCallback(async () => {
    setProgress({ kind: "filling" });
    try {
      await sendCommand("setup.fillSample", { token });
      setProgress({ kind: "filled" });
    } catch (error) {
      const why = error instanceof CommandProblem && error.status !== 0 ? error.title : t("offline");
      setProgress({ kind: "failed", why });
    }
  }, [token, t]);
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void fill();
  }, [fill]);
  if (progress.kind === "filling") return <Banner>{t("setup.filling")}</Banner>;
  if (progress.kind === "filled") return <Banner tone="success">{t("setup.filled")}</Banner>;
  return (
    <Banner
      action={
        <Button onClick={fill} size="sm">
          {t("setup.retry")}
        </Button>
      }
      tone="error"
    >
      {t("setup.fillFailed", { why: progress.why })}
    </Banner>
  );
}
