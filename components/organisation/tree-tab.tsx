"use client";

import { useMemo, useState } from "react";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icons";
import type { Organisation } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import type { Rights } from "./organisation-view";
import { type Asked, TreeDialogs } from "./tree-dialogs";
import { treeRows, vacancies } from "./tree-rules";
import { TreeTable } from "./tree-table";

/** More rows than these are not drawn all at once: grids and micro-grids begin folded. */
const DRAWN_AT_ONCE = 400;

type Props = { organisation: Organisation; rights: Rights };

/** Units, posts and holders as one list that unfolds. */
export function TreeTab({ organisation, rights }: Props) {
  const t = useWords("organisation");
  const [folded, setFolded] = useState<ReadonlySet<number>>(() => firstFolds(organisation));
  const [closed, setClosed] = useState(false);
  const [vacant, setVacant] = useState(false);
  const [asked, setAsked] = useState<Asked | null>(null);
  const rows = useMemo(
    () => treeRows(organisation, { folded, closed, vacant }),
    [organisation, folded, closed, vacant],
  );
  const empty = vacancies(organisation);
  const fold = (id: number, on: boolean) =>
    setFolded((before) => {
      const after = new Set(before);
      if (on) after.add(id);
      else after.delete(id);
      return after;
    });
  const root = organisation.units[0];
  return (
    <>
      {rights.work && empty.tasks > 0 ? (
        <div className="mb-3">
          <Banner
            action={
              vacant ? null : (
                <Button onClick={() => setVacant(true)} size="sm">
                  {t("vacant.show")}
                </Button>
              )
            }
            tone="warning"
          >
            {t("vacant.banner", empty)}
          </Banner>
        </div>
      ) : null}
      <div className="mb-3 flex flex-wrap items-center gap-3 print:hidden">
        <Chips label={t("filter.label")}>
          <Chip count={empty.posts} onToggle={() => setVacant(!vacant)} selected={vacant}>
            {t("filter.vacant")}
          </Chip>
          <Chip onToggle={() => setClosed(!closed)} selected={closed}>
            {t("filter.closed")}
          </Chip>
        </Chips>
        {rights.units && root ? (
          <Button
            icon={<Icon name="plus" />}
            onClick={() => setAsked({ what: "addUnit", parent: root })}
            size="sm"
          >
            {t("menu.addUnit")}
          </Button>
        ) : null}
        {rights.units ? <p className="text-muted text-small max-md:hidden">{t("keys")}</p> : null}
      </div>
      <TreeTable fold={fold} onAsk={setAsked} organisation={organisation} rights={rights} rows={rows} />
      {asked ? (
        <TreeDialogs
          asked={asked}
          onClose={() => setAsked(null)}
          organisation={organisation}
          rights={rights}
        />
      ) : null}
    </>
  );
}

function firstFolds({ units, posts }: Organisation): ReadonlySet<number> {
  if (units.length + posts.length <= DRAWN_AT_ONCE) return new Set();
  return new Set(units.filter(({ depth }) => depth >= 1).map(({ id }) => id));
}
