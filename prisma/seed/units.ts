import type { UnitKind } from "@/lib/organisation/rules";

/** A post of a preset unit; its key is the unit's key, a dot and this one. */
type PostPreset = { key: string; name: string; isHead: boolean };
type UnitPreset<K extends string> = {
  key: K;
  /** Key of the unit above it; null for the office itself. */
  parent: string | null;
  kind: UnitKind;
  name: string;
  shortName: string;
  posts: PostPreset[];
};

function post(key: string, name: string, isHead = false): PostPreset {
  return { key, name, isHead };
}

// Posts carry the unit's short name, so that a post alone on a card still says whose it is.
function department<const K extends string>(
  key: K,
  name: string,
  shortName: string,
  more: PostPreset[] = [],
): UnitPreset<K> {
  const posts = [post("head", `${shortName}负责人`, true), post("staff", `${shortName}经办`), ...more];
  return { key, parent: "office", kind: "department", name, shortName, posts };
}

function taskForce<const K extends string>(key: K, name: string): UnitPreset<K> {
  const posts = [post("head", `${name}组长`, true), post("staff", `${name}组员`)];
  return { key, parent: "office", kind: "taskForce", name, shortName: name, posts };
}

function emergencyTeam<const K extends string>(key: K, name: string, shortName: string): UnitPreset<K> {
  const posts = [post("head", `${shortName}队长`, true), post("staff", `${shortName}队员`)];
  return { key, parent: "office", kind: "emergencyTeam", name, shortName, posts };
}

const OFFICE = {
  key: "office",
  parent: null,
  kind: "subdistrict",
  name: "梅墟街道",
  shortName: "街道",
  posts: [],
} as const;

/** Who answers for a line is the office's to say: these posts are presets, each for one line of the plan. */
const LEADERS = {
  key: "leaders",
  parent: "office",
  kind: "leadership",
  name: "领导班子",
  shortName: "班子",
  posts: [
    post("secretary", "党工委书记", true),
    post("director", "街道办事处主任"),
    post("clearance", "分管征收领导"),
    post("economy", "分管经济领导"),
    post("governance", "分管平安法治领导"),
    post("safety", "分管应急领导"),
    post("renewal", "分管城建领导"),
    post("party", "分管党建领导"),
    post("discipline", "纪检监察负责人"),
  ],
} as const;

const COMMUNITY = {
  key: "meiqin",
  parent: "office",
  kind: "community",
  name: "梅沁社区",
  shortName: "梅沁",
  posts: [post("head", "梅沁社区负责人", true), post("staff", "梅沁社区经办")],
} as const;

// The plan names no grid: one of each is there to be renamed, and says so.
const GRID = {
  key: "grid",
  parent: "meiqin",
  kind: "grid",
  name: "网格一（预设，可改名）",
  shortName: "网格一",
  posts: [post("head", "网格一网格长", true), post("staff", "网格一网格员")],
} as const;

const MICRO_GRID = {
  key: "microGrid",
  parent: "grid",
  kind: "microGrid",
  name: "微网格一（预设，可改名）",
  shortName: "微网格一",
  posts: [post("head", "微网格一负责人", true)],
} as const;

/** The units that a fresh installation starts with, each after the one above it. The office renames them. */
export const UNITS = [
  OFFICE,
  LEADERS,
  department("general", "党政综合办公室", "党政办", [post("supervisor", "党政办督查")]),
  department("party", "党建办公室", "党建办"),
  department("discipline", "纪检监察工作委员会", "纪工委"),
  department("economy", "经济发展办公室", "经发办"),
  department("governance", "社会治理（平安法治）办公室", "平安办"),
  department("safety", "应急管理办公室", "应急办"),
  department("city", "城市建设（更新）办公室", "城建办"),
  department("clearance", "征收（拆迁）工作办公室", "征收办"),
  department("social", "社会事务办公室", "社事办"),
  department("finance", "财政所", "财政所"),
  department("enforcement", "综合行政执法队", "执法队"),
  taskForce("force1", "攻坚一组"),
  taskForce("force2", "攻坚二组"),
  taskForce("force3", "攻坚三组"),
  taskForce("force4", "攻坚四组"),
  taskForce("force5", "攻坚五组"),
  taskForce("force6", "攻坚六组"),
  taskForce("force7", "攻坚七组"),
  emergencyTeam("team1", "应急队伍一队", "应急一队"),
  emergencyTeam("team2", "应急队伍二队", "应急二队"),
  emergencyTeam("team3", "应急队伍三队", "应急三队"),
  emergencyTeam("team4", "应急队伍四队", "应急四队"),
  COMMUNITY,
  GRID,
  MICRO_GRID,
] as const;

export type UnitKey = (typeof UNITS)[number]["key"];
export type PostKey =
  | `${Exclude<UnitKey, "office" | "leaders">}.head`
  | `${UnitKey}.staff`
  | "general.supervisor";
export type LeaderKey = `leaders.${string}`;

export const TASK_FORCES = ["force1", "force2", "force3", "force4", "force5", "force6", "force7"] as const;
export const EMERGENCY_TEAMS = ["team1", "team2", "team3", "team4"] as const;
