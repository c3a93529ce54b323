import type { PaperFonts } from "../settings/rules";
import {
  type Block,
  type Column,
  type Document,
  type Row,
  type Sheet,
  sheetOf,
  type Table,
} from "./document-rules";
import { chosenFonts } from "./font-rules";
import { linesOf, WHOLE_LINES } from "./row-rules";
import { sayCell } from "./say-cell";

type Keyed<T> = { key: string; one: T };
/** A printed paper does not change, so that places are names enough. */
const keyed = <T,>(list: readonly T[]): Keyed<T>[] => list.map((one, at) => ({ key: String(at), one }));

/** How many letters of table type lie side by side between the margins. */
const LETTERS: Record<Sheet, number> = { upright: 42, wide: 67, broad: 100 };

const PAGES: Record<Sheet, string> = {
  upright: "official",
  wide: "official-wide",
  broad: "official-broad",
};

/** A paper of nothing but wide tables lies on its side from the first sheet on. */
function sheetOfAll({ blocks }: Document): Sheet {
  const sheets = blocks.map((block) => (block.kind === "table" ? sheetOf(block.table) : "upright"));
  if (sheets.length === 0 || sheets.includes("upright")) return "upright";
  return sheets.includes("broad") ? "broad" : "wide";
}

/** The one print writer: a paper on the screen as it lies on the sheet; its look stands in paper.css. */
export function PrintedPaper({ document, fonts }: { document: Document; fonts: PaperFonts }) {
  const lying = sheetOfAll(document);
  return (
    <article
      className={lying === "upright" ? "official" : `official official-${lying}`}
      data-print={PAGES[lying]}
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

function PrintedBlock({ block, lying }: { block: Block; lying: Sheet }) {
  if (block.kind === "table") return <PrintedTable lying={lying} table={block.table} />;
  if (block.kind === "heading") return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
  if (block.kind === "flush") return <p className="official-to">{block.text}</p>;
  if (block.kind === "text")
    return keyed(block.text.split("\n")).map(({ key, one }) => <p key={key}>{one}</p>);
  return (
    <p className="official-sign">
      {block.lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </p>
  );
}

function PrintedTable({ table, lying }: { table: Table; lying: Sheet }) {
  const { columns, rows, title } = table;
  const sheet = sheetOf(table);
  const sum = columns.reduce((all, { width }) => all + width, 0);
  return (
    // A phone scrolls it sideways, and so must a keyboard.
    <section
      aria-label={title || columns.map((column) => column.title).join("、")}
      className="official-frame"
      data-print={sheet === lying ? undefined : PAGES[sheet]}
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
            <PrintedRow columns={columns} key={key} letters={LETTERS[sheet] / sum} row={one} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

type RowProps = { row: Row; columns: readonly Column[]; letters: number };

/** @param letters how many letters of table type one part of a column's width takes */
function PrintedRow({ row, columns, letters }: RowProps) {
  if ("band" in row) {
    return (
      <tr>
        <th className="official-band" colSpan={columns.length} scope="rowgroup">
          {row.band}
        </th>
      </tr>
    );
  }
  const tall = row.cells.some(
    (value, at) => linesOf(value, (columns[at]?.width ?? 1) * letters) > WHOLE_LINES,
  );
  return (
    <tr className={tall ? "official-tall" : undefined}>
      {keyed(columns).map(({ key, one }) => (
        <td className={one.kind === "text" ? undefined : `official-${one.kind}`} key={key}>
          {sayCell(row.cells[Number(key)] ?? null, one.kind)}
        </td>
      ))}
    </tr>
  );
}
