import { beforeAll, expect, test } from "vitest";
import { placesFound } from "@/components/meetings/agenda/find-rules";
import { slideOfPlace, slidesOf } from "@/components/meetings/slide-rules";
import { supervisor } from "@/lib/testing/builders";
import { agendaOf, DAY, on, run, savedSeries } from "@/lib/testing/some-series";
import { getReview } from "./review-queries";

/** Four hundred matters, as when a year's backlog is taken on at once. */

const COUNT = 400;
let scene: Awaited<ReturnType<typeof savedSeries>>;
beforeAll(async () => {
  scene = await savedSeries();
}, 60_000);

test("four hundred matters are added, put in order, opened, presented and found", async () => {
  const meetingId = await scene.plan();
  const built = (await agendaOf(meetingId)).items.length;
  const title = (n: number) => `第${n}项 关于征收补偿口径的协调事项`;
  for (let n = built + 1; n <= COUNT; n++)
    await run("agenda.add", { meetingId, title: title(n), minutes: 1 });
  const { items } = await agendaOf(meetingId);
  expect(items).toHaveLength(COUNT);
  const last = items.at(-1);
  await run("agenda.order", { itemId: last?.id, version: last?.version, afterId: null });
  await run("meeting.open", { meetingId, version: 1 });
  const { review } = await on(DAY, () => getReview(supervisor(), meetingId));
  const now = review.agenda.items;
  expect([now.length, now[0]?.title, now.at(-1)?.title]).toEqual([COUNT, title(COUNT), title(COUNT - 1)]);
  expect(review.agenda.overrun).toBe(review.agenda.sum.minutes - review.agenda.planned);
  const slides = slidesOf(review);
  expect(slides.filter(({ kind }) => kind === "item")).toHaveLength(COUNT);
  expect(slides[slideOfPlace(slides, 377) ?? 0]).toMatchObject({ kind: "item", place: 377 });
  expect(slideOfPlace(slides, 401)).toBeNull();
  expect(placesFound(now, { text: "377", kind: null })).toEqual([377]);
  expect(placesFound(now, { text: "第376项", kind: "proposed" })).toEqual([377]);
}, 180_000);
