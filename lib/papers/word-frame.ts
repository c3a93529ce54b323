import {
  Footer,
  Header,
  ImportedXmlComponent,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "docx";
import type { Document, Sheet } from "./document-rules";
import { LINE, mm, PAGE } from "./word-styles";
import { escaped } from "./xml";

/** What surrounds the text of a page: its size, its number, the mark of who took it out. */

export function frameOf(document: Document, sheet: Sheet, first: boolean): Omit<ISectionOptions, "children"> {
  const upright = sheet === "upright";
  const [width, height] = sheet === "broad" ? [297, 420] : [210, 297];
  return {
    properties: {
      // The styles set 22 exact lines to a page; a grid that counts would stretch the tables in some programs.
      grid: { linePitch: LINE },
      ...(!first && { type: SectionType.NEXT_PAGE }),
      page: {
        size: {
          width: mm(width),
          height: mm(height),
          orientation: upright ? PageOrientation.PORTRAIT : PageOrientation.LANDSCAPE,
        },
        margin: { ...PAGE[sheet], header: mm(15), footer: mm(upright ? 25 : 12) },
      },
    },
    ...(document.watermark !== null && {
      headers: { default: new Header({ children: [watermark(document.watermark)] }) },
    }),
    footers: { default: footerOf(document) },
  };
}

function footerOf({ basis }: Document): Footer {
  const number = new Paragraph({
    style: "GwFoot",
    children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"] })],
  });
  const told = new Paragraph({
    style: "GwFootNote",
    children: [
      new TextRun({ children: [`${basis.at(-1) ?? ""}　`, PageNumber.CURRENT, "/", PageNumber.TOTAL_PAGES] }),
    ],
  });
  return new Footer({ children: [number, told] });
}

/** The text across the page, as Word itself draws its watermarks. */
function watermark(text: string): Paragraph {
  const shape = `<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w10="urn:schemas-microsoft-com:office:word"><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/></v:formulas><v:path textpathok="t" o:connecttype="rect"/><v:textpath on="t" fitshape="t"/></v:shapetype><v:shape id="GuatuWatermark" o:spid="_x0000_s2049" type="#_x0000_t136" style="position:absolute;margin-left:0;margin-top:0;width:460pt;height:42pt;rotation:315;z-index:-251658752;mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#c8c8c8" stroked="f"><v:fill opacity=".5"/><v:textpath style="font-family:&quot;SimHei&quot;;font-size:1pt" string="${escaped(text)}"/></v:shape></w:pict></w:r>`;
  const paragraph = new Paragraph({ children: [] });
  paragraph.addChildElement(ImportedXmlComponent.fromXmlString(shape));
  return paragraph;
}
