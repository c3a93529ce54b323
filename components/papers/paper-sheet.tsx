import { Banner } from "@/components/ui/banner";
import type { Words } from "@/lib/message-format";
import { type Document, shortened } from "@/lib/papers/document-rules";
import { PrintedPaper } from "@/lib/papers/print-writer";
import type { PaperFonts } from "@/lib/settings/rules";

/** More rows than these are drawn only when they are asked for: a look at the paper must not wait for them. */
export const LOOK = 300;

/** How many rows a look leaves out. */
export function leftOut(document: Document): number {
  return shortened(document, LOOK).left;
}

type Props = { document: Document; all: boolean; fonts: PaperFonts; t: Words };

/** A paper below what can be done with it, shortened to a look unless all of it was asked for. */
export function PaperSheet({ document, all, fonts, t }: Props) {
  const shown = all ? { document, left: 0 } : shortened(document, LOOK);
  return (
    <>
      {shown.left > 0 ? (
        <div className="mb-4 print:hidden">
          <Banner>{t("view.left", { most: LOOK, n: shown.left })}</Banner>
        </div>
      ) : null}
      <PrintedPaper document={shown.document} fonts={fonts} />
    </>
  );
}
