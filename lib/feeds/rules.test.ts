import { expect, test } from "vitest";
import { calendarText, type Entry } from "./rules";

const asOf = new Date("2024-09-30T01:02:03.456Z");
const text = (...entries: Entry[]) => calendarText({ name: "张三的日程", host: "office", entries, asOf });
const url = "http://office/tasks/1";

test("a due day is a whole day, and its end is the day after", () => {
  const lines = text({ uid: "task-1", title: "到期", url, from: "2024-12-31", until: "2024-12-31" }).split(
    "\r\n",
  );
  expect(lines).toEqual(
    expect.arrayContaining([
      "DTSTART;VALUE=DATE:20241231",
      "DTEND;VALUE=DATE:20250101",
      "DTSTAMP:20240930T010203Z",
    ]),
  );
  expect(lines.at(0)).toBe("BEGIN:VCALENDAR");
  expect(lines.slice(-2)).toEqual(["END:VCALENDAR", ""]);
});

test("a meeting is told in UTC, also when it goes past midnight there", () => {
  const lines = text({
    uid: "m",
    title: "例会",
    url,
    day: "2024-09-30",
    startTime: "07:30",
    minutes: 90,
  }).split("\r\n");
  expect(lines).toEqual(
    expect.arrayContaining(["DTSTART:20240929T233000Z", "DTEND:20240930T010000Z", "UID:m@office"]),
  );
});

test("no line is longer than 75 bytes, no character is cut, and unfolding gives the text back", () => {
  const title = "推进𠮷祥里片区〇号地块，房屋征收；签约\\腾空\n第二行🙂".repeat(4);
  const made = text({ uid: "t", title, url, from: "2024-09-30", until: "2024-09-30" });
  for (const line of made.split("\r\n")) {
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    expect(line).not.toMatch(/[\uD800-\uDBFF]$|^ ?[\uDC00-\uDFFF]/);
  }
  const summary = /SUMMARY:(.*)/.exec(made.replaceAll("\r\n ", ""))?.[1];
  expect(summary?.replaceAll("\\n", "\n").replace(/\\([\\;,])/g, "$1")).toBe(title);
});

test("text cannot begin a line of its own", () => {
  const made = text({
    uid: "t",
    title: "a\r\nEND:VEVENT\nBEGIN:VALARM",
    url,
    from: "2024-09-30",
    until: "2024-09-30",
  });
  expect(made.split("\r\n").filter((line) => line.startsWith("END:VEVENT"))).toHaveLength(1);
  expect(made).not.toMatch(/^BEGIN:VALARM/m);
});
