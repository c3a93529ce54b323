import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { sayNumber } from "@/lib/house-style";

type Props = {
  count: number;
  href: string;
  /** What is counted, for those who hear the page. */
  label: string;
  alarming?: boolean;
};

/** A number that opens its list; nothing has no list to open. */
export function CountLink({ count, href, label, alarming = false }: Props) {
  if (count === 0) return <span className="text-muted">0</span>;
  return (
    <Link
      aria-label={`${label} ${sayNumber(count)}`}
      className={classNames(
        "tabular inline-block hover:underline touch:-my-3 touch:py-3 touch:pl-3",
        alarming ? "font-semibold text-red-strong" : "text-action",
      )}
      href={href}
      prefetch={false}
    >
      {sayNumber(count)}
    </Link>
  );
}
