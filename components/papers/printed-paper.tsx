import {
  type Block,
  type Column,
  type Document,
  isWide,
  type Row,
  type Table,
} from "@/lib/papers/document-rules";
import { chosenFonts } from "@/lib/papers/font-rules";
import { sayCell } from "@/lib/papers/say-cell";
import type { PaperFonts } from "@/lib/settings/rules";

type Keyed<T> = { key: string; one: T };
/** A printed paper does not change, so that places are names enough. */
const keyed = <T,>(list: readonly T[]): Keyed<T>[] => list.map((one, at) => ({ key: String(at), one }));

/** The one print writer: a paper on the screen as it lies on the sheet; its look stands in globals.css. */
export function PrintedPaper({ document, fonts }: { document: Document; fonts: PaperFonts }) {
  const lying = document.blocks.every((block) => block.kind === "table" && isWide(block.table));
  return (
    <article
      className={lying ? "official official-wide" : "official"}
      data-print={lying ? "a4-landscape" : "official"}
      style={chosenFonts(fonts)}
    >
      {document.watermark ? <p className="official-watermark">{document.watermark}</p> : null}
      <h2 className="official-title">{document.title}</h2>
      {document.subtitle ? <p className="official-subtitle">{document.subtitle}</p> : null}
      {document.basis.map((line) => (
        <p className="official-basis" key={line}>
          {line}
        </p>
      ))}
      {keyed(document.blocks).map(({ key, one }) => (
        <PrintedBlock block={one} key={key} lying={lying} />
      ))}
    </article>
  );
}

function PrintedBlock({ block, lying }: { block: Block; lying: boolean }) {
  if (block.kind === "table") return <PrintedTable lying={lying} table={block.table} />;
  if (block.kind === "heading") return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
  if (block.kind === "flush") return <p className="official-to">{block.text}</p>;
  if (block.kind === "text")
    return keyed(block.text.split("\n")).map(({ key, one }) => <p key={key}>{one}</p>);
  return (
    <p className="official-sign">
      {block.lines.map((line) => (
        <span className="block" key={line}>
          {line}
        </span>
      ))}
    </p>
  );
}

function PrintedTable({ table, lying }: { table: Table; lying: boolean }) {
  const { columns, rows, title } = table;
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return (
    // A phone scrolls it sideways, and so must a keyboard.
    <section
      aria-label={title || columns.map((column) => column.title).join("、")}
      className="official-frame"
      data-print={!lying && isWide(table) ? "a4-landscape" : undefined}
      tabIndex={0}
    >
      <table className="official-table">
        {title ? <caption>{title}</caption> : null}
        <colgroup>
          {columns.map((column) => (
            <col key={column.title} style={{ width: `${(column.width / sum) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.title} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keyed(rows).map(({ key, one }) => (
            <PrintedRow columns={columns} key={key} row={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function PrintedRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  if ("band" in row) {
    return (
      <tr>
        <th className="official-band" colSpan={columns.length} scope="rowgroup">
          {row.band}
        </th>
      </tr>
    );
  }
  return (
    <tr>
      {keyed(columns).map(({ key, one }) => (
        <td className={one.kind === "text" ? undefined : `official-${one.kind}`} key={key}>
          {sayCell(row.cells[Number(key)] ?? null, one.kind)}
        </td>
      ))}
    </tr>
  );
}
