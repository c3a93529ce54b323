"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { PersonName } from "@/components/ui/person-name";
import type { Holder, OrganisationPost } from "@/lib/organisation/queries";
import { useWords } from "@/lib/words-client";
import { InlineName } from "./inline-name";
import { type PostRow, placeAfter } from "./tree-rules";
import type { LineProps } from "./tree-table";

/** A post of the tree, with who holds it and since when. */
export function PostLine(props: LineProps<PostRow>) {
  const { row, organisation, rights, active, editing, deeds, onFocus, onEdit } = props;
  const t = useWords("organisation");
  const { post, level } = row;
  const { today } = organisation;
  return (
    <tr
      aria-level={level}
      className="border-line border-b -outline-offset-2 hover:bg-ground"
      data-row={row.key}
      onFocus={onFocus}
      tabIndex={active ? 0 : -1}
    >
      <td className="px-3 py-cell">
        <span
          className="flex flex-wrap items-center gap-2 [--step:12px] md:[--step:20px]"
          style={{ paddingLeft: `calc(${level - 1} * var(--step) + 32px)` }}
        >
          {editing ? (
            <InlineName
              label={t("rename.post")}
              onDone={() => onEdit(false)}
              rename={deeds.rename}
              row={row}
            />
          ) : (
            <>
              <span className={classNames(post.closedOn && "text-muted line-through")}>{post.name}</span>
              {post.isHead ? <Badge>{t("head")}</Badge> : null}
              {post.closedOn ? (
                <span className="text-muted text-small">{t("closedOn", { day: post.closedOn })}</span>
              ) : null}
              <span className="w-full text-muted text-small md:hidden print:hidden">
                <Holders post={post} today={today} withTerms />
              </span>
            </>
          )}
        </span>
      </td>
      <td className="hidden px-3 py-cell md:table-cell print:table-cell">
        <Holders post={post} today={today} />
      </td>
      <td className="tabular hidden px-3 py-cell text-muted md:table-cell print:table-cell">
        {post.holders.map((holder) => (
          <span className="block whitespace-nowrap" key={holder.holdingId}>
            {sayTerm(holder, t, today)}
          </span>
        ))}
      </td>
      {rights.work ? (
        <td className="tabular hidden px-3 py-cell text-right sm:table-cell print:table-cell">
          {post.work ? (
            <Link
              className="text-action hover:underline"
              href={`/board?owner=${post.id}`}
              prefetch={false}
              tabIndex={-1}
            >
              {post.work}
            </Link>
          ) : null}
        </td>
      ) : null}
      <td className="w-12 px-1 text-right print:hidden">
        {(rights.units || rights.holdings) && post.closedOn === null ? <PostMenu {...props} /> : null}
      </td>
    </tr>
  );
}

type Words = ReturnType<typeof useWords>;

function sayTerm({ from, to }: Holder, t: Words, today: string): string {
  const term = to === null ? t("term.since", { from }) : t("term.until", { from, to });
  return from > today ? t("term.ahead", { term }) : term;
}

function Holders({ post, today, withTerms }: { post: OrganisationPost; today: string; withTerms?: true }) {
  const t = useWords("organisation");
  return (
    <>
      {post.vacant ? <Badge tone={post.work ? "yellow" : "neutral"}>{t("vacant.word")}</Badge> : null}
      {post.holders.map((holder) => (
        <span className={classNames("block", holder.from > today && "text-muted")} key={holder.holdingId}>
          <PersonName name={holder.name} />
          {withTerms ? <span className="tabular ml-2">{sayTerm(holder, t, today)}</span> : null}
        </span>
      ))}
    </>
  );
}

function PostMenu({ row, organisation, rights, deeds, onAsk, onEdit }: LineProps<PostRow>) {
  const t = useWords("organisation");
  const { post } = row;
  const end = (step: 1 | -1) => (placeAfter(organisation, row, step) === null ? t("done.atEnd") : null);
  const seats: MenuEntry[] = [
    { label: t("menu.seat"), onSelect: () => onAsk({ what: "seat", post }) },
    ...post.holders.map(
      (holder): MenuEntry => ({
        label: t("menu.unseat", { name: holder.name }),
        onSelect: () => onAsk({ what: "unseat", post, holder }),
      }),
    ),
  ];
  const changes: MenuEntry[] = [
    { label: t("menu.rename"), keys: "E", onSelect: () => onEdit(true) },
    {
      label: t("menu.head"),
      checked: post.isHead,
      onSelect: () => void deeds.setHead(post, !post.isHead),
    },
    { label: t("menu.up"), keys: "Alt+↑", reason: end(-1), onSelect: () => void deeds.step(row, -1) },
    { label: t("menu.down"), keys: "Alt+↓", reason: end(1), onSelect: () => void deeds.step(row, 1) },
    { label: t("menu.movePost"), onSelect: () => onAsk({ what: "movePost", post }) },
    "line",
    { label: t("menu.closePost"), danger: true, onSelect: () => onAsk({ what: "closePost", post }) },
  ];
  return (
    <Menu
      items={[
        ...(rights.holdings ? seats : []),
        ...(rights.units ? (["line", ...changes] as MenuEntry[]) : []),
      ]}
      label={t("menu.of", { name: post.name })}
      trigger={(props) => (
        <IconButton {...props} label={t("menu.of", { name: post.name })} size="sm" tabIndex={-1}>
          <Icon name="more" />
        </IconButton>
      )}
    />
  );
}
