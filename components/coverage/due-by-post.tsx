"use client";

import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import type { DueByPost as Row } from "@/lib/coverage/due-queries";
import { useWords } from "@/lib/words-client";

/** What ends this week, post by post in the order of the organisation; each opens to its objects. */
export function DueByPost({ rows }: { rows: readonly Row[] }) {
  const t = useWords("coverage");
  return (
    <section aria-label={t("byPost.title")} className="mb-8">
      <h2 className="mb-2 text-heading">{t("byPost.title")}</h2>
      {rows.length === 0 ? <p className="text-muted">{t("byPost.none")}</p> : null}
      <ul className="divide-y divide-line border-line border-y bg-paper empty:hidden">
        {rows.map((row) => (
          <li key={row.postId}>
            <details>
              <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 px-3 py-1.5">
                <span className="font-semibold">{row.post || t("byPost.nobody")}</span>
                <span className="text-muted">
                  {row.postId === null ? "" : row.holders || t("byPost.vacant")}
                </span>
                <span className="ml-auto">
                  <Badge tone="yellow">{t("byPost.n", { n: row.items.length })}</Badge>
                </span>
              </summary>
              <Items row={row} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Items({ row }: { row: Row }) {
  const duties = [...new Map(row.items.map((item) => [item.dutyId, item.duty]))];
  return (
    <dl className="px-3 pb-3">
      {duties.map(([id, name]) => (
        <div className="py-1" key={id}>
          <dt className="text-muted text-small">{name}</dt>
          <dd className="flex flex-wrap gap-x-3 gap-y-1">
            {row.items
              .filter(({ dutyId }) => dutyId === id)
              .map(({ objectId, code, name: object }) => (
                <Link
                  className="tabular inline-flex min-h-6 items-center text-action hover:underline touch:min-h-11"
                  href={`/coverage/${id}?object=${objectId}`}
                  key={objectId}
                >
                  {object && object !== code ? `${code} ${object}` : code}
                </Link>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
