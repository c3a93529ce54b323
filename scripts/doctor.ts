import { lookAtEverything } from "./doctor/look";

/** The check-up: everything that the product stands on, each failure with its mend; fails where there is one. */
export async function main(): Promise<void> {
  const findings = await lookAtEverything(process.cwd());
  for (const { what, found, mend } of findings) {
    console.log(`${mend === null ? "✓" : "✗"} ${what}：${found}`);
    if (mend !== null) console.log(`    处理：${mend}`);
  }
  const bad = findings.filter((finding) => finding.mend !== null).length;
  console.log(bad === 0 ? "检查完毕，一切正常。" : `检查完毕，${bad} 项需要处理。`);
  process.exitCode = bad === 0 ? 0 : 1;
}
