import { type Act, KEY, run } from "./acts";
import { SUPERVISOR } from "./cast";

const ISSUED_ON = "2024-09-02";
const DRAFTED_ON = "2024-09-30";

/** August's report was issued; September's bulletin is still being written. */
export function paperActs(): Act[] {
  const august = { kind: "month", from: "2024-08-01", to: "2024-08-31" };
  const september = { kind: "bulletin", from: "2024-09-01", to: "2024-09-30" };
  const issue = async (key: string) => {
    const { paperId } = await run<{ paperId: number }>("paper.compose", SUPERVISOR, august, `${key}:compose`);
    await run("paper.issue", SUPERVISOR, { paperId, version: 1 }, key);
  };
  return [
    { key: `${KEY}papers:august`, day: ISSUED_ON, minute: 570, perform: issue },
    {
      ...{ key: `${KEY}papers:september`, day: DRAFTED_ON, minute: 1020 },
      perform: (key) => run("paper.compose", SUPERVISOR, september, key),
    },
  ];
}
