"use client";

import { usePathname, useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { TabPanel, Tabs } from "@/components/ui/tabs";
import type { Organisation } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import { PeopleTab } from "./people-tab";
import { TreeTab } from "./tree-tab";

const TABS = ["tree", "people", "history"] as const;
type Tab = (typeof TABS)[number];

/** What this person may change here; `work`: sees tasks at all. */
export type Rights = { units: boolean; people: boolean; holdings: boolean; work: boolean };

type Props = { organisation: Organisation; rights: Rights; history: ReactNode };

/** The office: its units and posts, the people in them, and who was there before. */
export function OrganisationView({ organisation, rights, history }: Props) {
  const t = useWords("organisation");
  const asked = useSearchParams().get("tab");
  const pathname = usePathname();
  const tab: Tab = TABS.find((one) => one === asked) ?? "tree";
  const here = organisation.people.filter(({ leftOn }) => leftOn === null || leftOn >= organisation.today);
  return (
    <>
      <Tabs
        group="organisation"
        label={t("title")}
        onChange={(to) => window.history.replaceState(null, "", `${pathname}?tab=${to}`)}
        tabs={TABS.map((key) => ({
          key,
          label: t(`tab.${key}`),
          ...(key === "people" && { count: here.length }),
        }))}
        value={tab}
      />
      <TabPanel group="organisation" value={tab}>
        {tab === "tree" ? <TreeTab organisation={organisation} rights={rights} /> : null}
        {tab === "people" ? <PeopleTab organisation={organisation} rights={rights} /> : null}
        {tab === "history" ? history : null}
      </TabPanel>
    </>
  );
}
