import { expect, test } from "vitest";
import { parseBlock } from "./stream-rules";

test("a block of data is a message", () => {
  expect(parseBlock('data: {"seq":3}')).toEqual([{ event: "message", data: '{"seq":3}' }]);
});

test("a block may name its event", () => {
  expect(parseBlock("event: reset\ndata: 12")).toEqual([{ event: "reset", data: "12" }]);
});

test("lines of data belong together", () => {
  expect(parseBlock("data: a\ndata: b")).toEqual([{ event: "message", data: "a\nb" }]);
});

test("heartbeats and the wish for a pause are no events", () => {
  expect(parseBlock(": ")).toEqual([]);
  expect(parseBlock("retry: 1500")).toEqual([]);
});
