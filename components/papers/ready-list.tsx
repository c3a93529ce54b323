import Link from "next/link";
import type { Words } from "@/lib/message-format";
import type { Ready } from "@/lib/papers/ready-queries";

/** The papers that are made whenever somebody asks, each with what it is about. */
export function ReadyList({ ready, t }: { ready: readonly Ready[]; t: Words }) {
  return (
    <ul className="border-line border-y bg-paper">
      {ready.map(({ kind, href, name }) => (
        <li className="border-line border-b last:border-b-0" key={href}>
          <Link
            className="flex min-h-control flex-wrap items-baseline gap-x-3 px-3 py-2 hover:bg-sunken"
            href={href}
            prefetch={false}
          >
            <span className="w-[7em] shrink-0 font-semibold">{t(`kind.${kind}`)}</span>
            <span className="min-w-0 text-muted">{name ?? t(`${kind}.tells`)}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
