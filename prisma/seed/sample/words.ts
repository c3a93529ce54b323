import { WORK } from "./steps";

/** Every text of the sample says that it is one, so that nobody takes it for a report. */
const sample = (text: string) => `样例：${text}`;

const DONE = [
  "{step}，本月按安排推进。",
  "{step}，阶段工作已完成，材料已归档。",
  "{step}，与配合单位碰头一次，分工已明确。",
  "{step}，台账已更新。",
  "{step}，办法已商定，正在落实。",
];
const PROBLEMS = [
  "个别对象意见分歧较大，进度慢于安排。",
  "配合单位材料未到齐，影响衔接。",
  "人手偏紧，部分节点后延。",
];
const HELP = ["请分管领导召集一次专题协调。", "请配合单位月底前反馈材料。"];

export type Report = { done: string; problem: string; next: string; help: string };

/**
 * What a check-in says.
 * @param progress percent, which decides the step that is being worked on
 * @param gap points above or below the plan: from −5 down there are problems, from −15 down help is asked for
 * @param draw takes a number from 0 to n−1
 */
export function reportOf(code: string, progress: number, gap: number, draw: (n: number) => number): Report {
  const steps = WORK[code] ?? ["推进", "总结"];
  const at = Math.min(steps.length - 1, Math.floor((progress / 100) * steps.length));
  const from = (list: readonly string[]) => list[draw(list.length)] ?? "";
  const following = steps[at + 1];
  const next = following ? `继续${steps[at]}，随后${following}。` : `继续${steps[at]}，准备提交核查。`;
  return {
    done: sample(from(DONE).replace("{step}", steps[at] ?? "")),
    problem: gap < -5 ? sample(from(PROBLEMS)) : "",
    next: sample(next),
    help: gap < -15 ? sample(from(HELP)) : "",
  };
}

/** What the check-in says with which a task is handed in. */
export function lastReport(code: string): Report {
  const done = sample(`${WORK[code]?.at(-1) ?? "各项工作"}等各步已完成，佐证材料随附。`);
  return { done, problem: "", next: sample("等待核查。"), help: "" };
}

/** The file that stands as evidence: its name and what is in it. */
export function evidenceOf(code: string, title: string, day: string): { name: string; text: string } {
  const text = `样例佐证材料\n\n任务：${code} ${title}\n日期：${day}\n\n本文件只用于演示，不是真实材料。\n`;
  return { name: `样例佐证 ${code.replaceAll(".", "-")}.txt`, text };
}
