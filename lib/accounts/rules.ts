/** What a password must be, and which accounts may be touched how. */

export type PasswordPolicy = "dengbao" | "asvs";

/** What a password is measured by; each has its sentence in the message files. */
export type Criterion = "length" | "classes" | "name" | "common" | "tooLong";

const LEAST: Record<PasswordPolicy, number> = { dengbao: 10, asvs: 12 };
const MOST = 128;
/** Earlier passwords that may not come back. */
export const REMEMBERED = 5;

export function leastLength(policy: PasswordPolicy): number {
  return LEAST[policy];
}

/** The criteria of a policy, in the order in which they are shown. Source: GB/T 22239-2019 8.1.4.1; ASVS 5.0 6.2. */
export function criteriaOf(policy: PasswordPolicy): Criterion[] {
  return policy === "dengbao" ? ["length", "classes", "name", "common"] : ["length", "name", "common"];
}

/** Which criteria a password fails; empty when it may be used. */
export function failedCriteria(password: string, policy: PasswordPolicy, accountName: string): Criterion[] {
  const text = password.normalize("NFKC");
  const holds: Record<Criterion, boolean> = {
    length: [...text].length >= LEAST[policy],
    classes: countClasses(text) >= 3,
    name: accountName === "" || !text.toLowerCase().includes(accountName.toLowerCase()),
    common: text !== "" && !isCommon(text),
    tooLong: text.length <= MOST,
  };
  return [...criteriaOf(policy), "tooLong" as const].filter((criterion) => !holds[criterion]);
}

function countClasses(text: string): number {
  return [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(text)).length;
}

const WORDS = [
  ..."password passwd passw pass admin administrator root user guest test demo system manager login welcome".split(
    " ",
  ),
  ..."qwerty qwertyuiop qwer asdf asdfgh asdfghjkl zxcv zxcvbn qaz qazwsx wsx edc abc abcd abcde abcdef".split(
    " ",
  ),
  ..."iloveyou woaini woaizhongguo letmein monkey dragon master shadow sunshine princess football superman".split(
    " ",
  ),
  ..."changeme secret default guatu meixu ningbo zhejiang china zhongguo mima dingtalk aini qwe asd zxc".split(
    " ",
  ),
  ..."huawei lenovo tencent wechat weixin alibaba taobao baidu windows server oracle mysql postgres".split(
    " ",
  ),
];
const COMMON = new Set(WORDS);
const WALKS = [
  "01234567890123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
  "1q2w3e4r5t6y7u8i9o0p",
  "qazwsxedcrfvtgbyhnujmikolp",
];

// What guessers try first: common words and walks over the keys, with digits, signs or two letters around them.
function isCommon(password: string): boolean {
  const typed = password.toLowerCase();
  const core = typed.replace(/^[^a-z]+|[^a-z]+$/g, "");
  const spelt = core.replace(/[@4]/g, "a").replace(/0/g, "o").replace(/[$5]/g, "s").replace(/3/g, "e");
  if (isWordInSigns(core) || isWordInSigns(spelt)) return true;
  const plain = typed.replace(/[^a-z\d]/g, "");
  if (new Set(typed).size <= 3 || isWalk(plain)) return true;
  const runs = plain.match(/[a-z]+|\d+/g) ?? [];
  const rest = runs.filter((run) => !COMMON.has(run) && !isWalk(run));
  return runs.length > 0 && rest.join("").length <= 2;
}

/** A common word, or one said twice or more. */
function isWordInSigns(core: string): boolean {
  return core !== "" && WORDS.some((word) => core.replaceAll(word, "") === "");
}

function isWalk(run: string): boolean {
  const back = [...run].reverse().join("");
  const isLong = run.length >= 3;
  return (
    isLong && (new Set(run).size === 1 || WALKS.some((walk) => walk.includes(run) || walk.includes(back)))
  );
}

type PasswordRefusal = "passwordWeak" | "passwordUsedBefore" | "passwordWrong";

/** Why this may not become the password, or null. */
export function refusalOfPassword(
  password: string,
  policy: PasswordPolicy,
  accountName: string,
): PasswordRefusal | null {
  return failedCriteria(password, policy, accountName).length > 0 ? "passwordWeak" : null;
}

/** Days without a sign-in after which an account is reported as unused. */
const UNUSED_DAYS = 90;

const DAY_MS = 86_400_000;

/** Is this account kept without being used? @param lastSignInAt null when nobody ever signed in */
export function isUnused(account: { createdAt: Date; lastSignInAt: Date | null }, now: Date): boolean {
  const last = account.lastSignInAt ?? account.createdAt;
  return now.getTime() - last.getTime() > UNUSED_DAYS * DAY_MS;
}
