import type { ReactNode, TdHTMLAttributes, ThHTMLAttributes } from "react";
import { classNames } from "./class-names";

/** A dense table whose header stays in view and repeats in print; the caption is read aloud. */
export function Table({ caption, children }: { caption: string; children: ReactNode }) {
  return (
    <section
      aria-label={caption}
      className="relative border-line border-y bg-paper max-lg:overflow-x-auto print:overflow-visible"
      // A phone scrolls it sideways, and so must a keyboard.
      tabIndex={0}
    >
      <table className="w-full border-collapse text-ui">
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

type Sort = "ascending" | "descending" | "none";

export function Th({
  number,
  sort,
  className,
  ...rest
}: ThHTMLAttributes<HTMLTableCellElement> & { number?: boolean; sort?: Sort }) {
  return (
    <th
      aria-sort={sort}
      className={classNames(
        "sticky top-0 z-10 lg:top-(--bar) whitespace-nowrap border-line border-b bg-sunken px-3 py-cell font-semibold text-muted text-small print:static",
        number ? "text-right" : "text-left",
        className,
      )}
      scope="col"
      {...rest}
    />
  );
}

export function Td({
  number,
  className,
  ...rest
}: TdHTMLAttributes<HTMLTableCellElement> & { number?: boolean }) {
  return (
    <td
      className={classNames(
        "border-line border-b px-3 py-cell align-top",
        number && "tabular whitespace-nowrap text-right",
        className,
      )}
      {...rest}
    />
  );
}
