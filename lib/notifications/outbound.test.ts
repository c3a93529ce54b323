import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { Closed, pinnedAddress, postJson } from "./outbound";
import { insideOf, type Target, targetOf } from "./outlet-rules";

/** A name whose owner lets it stand for another machine at the next look-up. */

async function listener(address: string, port = 0) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.headers.host ?? "");
    response.end("{}");
  });
  await new Promise<void>((done) => server.listen(port, address, done));
  return { port: (server.address() as AddressInfo).port, asked, close: () => void server.close() };
}

function changingName(addresses: readonly string[]) {
  let asked = 0;
  const resolve = async () => [{ address: addresses[asked++] ?? addresses.at(-1) ?? "", family: 4 }];
  return { resolve, asked: () => asked };
}

test("a name that changes between two look-ups is asked at the address that was checked", async () => {
  const meant = await listener("127.0.0.1");
  const trap = await listener("127.0.0.2", meant.port);
  const host = `rebind.example:${meant.port}`;
  const target = targetOf("dingtalk", `http://${host}/send?access_token=a`, insideOf(host)) as Target;
  const name = changingName(["127.0.0.1", "127.0.0.2"]);
  const reply = await postJson(target, {}, {}, { resolve: name.resolve });
  expect(reply).toEqual({ status: 200, text: "{}" });
  expect([meant.asked, trap.asked]).toEqual([[host], []]);
  expect(name.asked()).toBe(1);
  meant.close();
  trap.close();
});

test("a name with one public address and one inside is not asked at all", async () => {
  const target = targetOf(
    "dingtalk",
    "https://oapi.dingtalk.com/robot/send?access_token=a",
    insideOf(""),
  ) as Target;
  const both = async () => [
    { address: "203.119.1.1", family: 4 },
    { address: "10.0.0.7", family: 4 },
  ];
  await expect(pinnedAddress(target, both)).rejects.toEqual(new Closed("addressInside"));
  await expect(pinnedAddress(target, async () => [])).rejects.toEqual(new Closed("nameUnknown"));
});
