"use client";

import { useMemo, useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { filterOptions } from "@/components/ui/combobox-filter";
import { EmptyState } from "@/components/ui/empty-state";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { PersonName } from "@/components/ui/person-name";
import { Table, Td, Th } from "@/components/ui/table";
import { TextInput } from "@/components/ui/text-input";
import type { Organisation } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import type { Rights } from "./organisation-view";
import { type PersonAsked, PersonDialogs } from "./person-dialogs";
import { type Placed, peopleInOrder } from "./tree-rules";

type Props = { organisation: Organisation; rights: Rights };

/** Everybody in the office, found by name, pinyin or initials. */
export function PeopleTab({ organisation, rights }: Props) {
  const t = useWords("organisation");
  const [query, setQuery] = useState("");
  const [asked, setAsked] = useState<PersonAsked | null>(null);
  const people = useMemo(() => peopleInOrder(organisation), [organisation]);
  const found = useMemo(() => search(people, query), [people, query]);
  const keeps = rights.people || rights.holdings;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end gap-3 print:hidden">
        <div className="w-72 max-w-full">
          <TextInput
            label={t("people.search")}
            onChange={(event) => setQuery(event.target.value)}
            placeholder={t("people.searchHint")}
            type="search"
            value={query}
          />
        </div>
        {keeps ? (
          <Button
            icon={<Icon name="plus" />}
            onClick={() => setAsked({ what: "add" })}
            reason={rights.people ? null : t("people.byKeeper")}
          >
            {t("people.add")}
          </Button>
        ) : null}
      </div>
      {found.length === 0 ? (
        <EmptyState title={t(people.length === 0 ? "people.none" : "people.noneFound")} />
      ) : (
        <Table caption={t("tab.people")}>
          <thead>
            <tr>
              <Th>{t("column.person")}</Th>
              <Th>{t("column.posts")}</Th>
              {keeps ? <Th className="hidden sm:table-cell">{t("column.phone")}</Th> : null}
              {keeps ? (
                <Th className="w-12 print:hidden">
                  <span className="sr-only">{t("column.deeds")}</span>
                </Th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {found.map((person) => (
              <PersonLine
                key={person.id}
                onAsk={setAsked}
                person={person}
                rights={rights}
                today={organisation.today}
              />
            ))}
          </tbody>
        </Table>
      )}
      {asked ? (
        <PersonDialogs
          asked={asked}
          onClose={() => setAsked(null)}
          organisation={organisation}
          rights={rights}
        />
      ) : null}
    </>
  );
}

function search(people: readonly Placed[], query: string): Placed[] {
  const options = people.map(({ id, name, pinyin, initials, posts }) => ({
    ...{ id, label: name, keys: `${pinyin} ${initials}` },
    note: posts.map((post) => post.name).join(" "),
  }));
  const ids = new Set(filterOptions(options, query).map(({ id }) => id));
  return people.filter(({ id }) => ids.has(id));
}

type LineProps = { person: Placed; rights: Rights; today: string; onAsk: (asked: PersonAsked) => void };

function PersonLine({ person, rights, today, onAsk }: LineProps) {
  const t = useWords("organisation");
  const keeps = rights.people || rights.holdings;
  return (
    <tr className="hover:bg-ground">
      <Td>
        <span className="flex flex-wrap items-center gap-2">
          <PersonName name={person.name} />
          {person.leftOn === null ? null : (
            <Badge>
              {t(person.leftOn < today ? "people.left" : "people.leaves", { day: person.leftOn })}
            </Badge>
          )}
        </span>
      </Td>
      <Td>
        {person.posts.length === 0 ? <span className="text-muted">{t("people.noPost")}</span> : null}
        {person.posts.map((post) => (
          <span className="block" key={post.id}>
            {post.name}
          </span>
        ))}
      </Td>
      {keeps ? <Td className="tabular hidden sm:table-cell">{person.phone}</Td> : null}
      {keeps ? (
        <Td className="text-right print:hidden">
          <PersonMenu onAsk={onAsk} person={person} rights={rights} />
        </Td>
      ) : null}
    </tr>
  );
}

function PersonMenu({ person, rights, onAsk }: Omit<LineProps, "today">) {
  const t = useWords("organisation");
  const back = useChange("person.return");
  const byKeeper = rights.people ? null : t("people.byKeeper");
  const gone = person.leftOn !== null;
  const items: MenuEntry[] = gone
    ? [
        {
          label: t("people.return"),
          reason: byKeeper,
          onSelect: () => void back.change({ personId: person.id, version: person.version }),
        },
      ]
    : [
        { label: t("menu.seat"), onSelect: () => onAsk({ what: "seat", person }) },
        { label: t("people.edit"), reason: byKeeper, onSelect: () => onAsk({ what: "edit", person }) },
        {
          label: t("people.leave"),
          reason: byKeeper,
          danger: true,
          onSelect: () => onAsk({ what: "leave", person }),
        },
      ];
  return (
    <Menu
      items={items}
      label={t("menu.of", { name: person.name })}
      trigger={(props) => (
        <IconButton {...props} label={t("menu.of", { name: person.name })} size="sm">
          <Icon name="more" />
        </IconButton>
      )}
    />
  );
}
