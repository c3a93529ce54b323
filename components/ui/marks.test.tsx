import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { WordsProvider } from "@/lib/words-client";
import ui from "@/messages/zh-CN/ui.json";
import { Lamp, type Light } from "./lamp";
import { ProgressBar } from "./progress-bar";
import { StatusMark, type StatusShape } from "./status-mark";

const draw = (part: React.ReactNode) =>
  renderToStaticMarkup(
    <WordsProvider locale="zh-CN" messages={{ ui }}>
      {part}
    </WordsProvider>,
  );
const pathsOf = (html: string) => [...html.matchAll(/ (?:d|stroke-dasharray)="([^"]+)"/g)].join();

test("every lamp has a shape of its own and a name that is read aloud", () => {
  const lights: Light[] = ["green", "yellow", "red", "grey"];
  const drawn = lights.map((light) => draw(<Lamp label="落后三周" light={light} />));
  expect(new Set(drawn.map(pathsOf)).size).toBe(lights.length);
  for (const [place, html] of drawn.entries()) {
    expect(html).toContain(ui.lamp[lights[place] ?? "grey"]);
    expect(html).toContain("落后三周");
  }
});

test("every status has a shape of its own and a word", () => {
  const shapes = Object.keys(ui.status) as StatusShape[];
  const drawn = shapes.map((shape) => draw(<StatusMark iconOnly shape={shape} />));
  expect(new Set(drawn.map(pathsOf)).size).toBe(shapes.length);
  for (const [place, html] of drawn.entries()) {
    expect(html).toContain(ui.status[shapes[place] ?? "draft"]);
  }
});

test("a bar stays within its track and says its value", () => {
  const html = draw(<ProgressBar expected={1.4} label="进度" value={-0.2} />);
  expect(html).toContain('aria-valuenow="0"');
  expect(html).toContain("min(100%, 100% - 2px)");
});
