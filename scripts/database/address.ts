import { Fault } from "../faults.mjs";

export interface Address {
  host: string;
  user: string;
  database: string;
}

/** Reads a PostgreSQL address. @throws Fault that says which part is wrong, without the password in it */
export function readAddress(text: string): Address {
  const url = parse(text);
  if (!/^postgres(ql)?:$/.test(url.protocol)) throw malformed("应以 postgresql:// 开头");
  if (!url.hostname && !url.searchParams.get("host")) throw malformed("缺少主机名");
  const database = decode(url.pathname.slice(1), "数据库名");
  if (!database) throw malformed("缺少数据库名");
  decode(url.password, "密码");
  return {
    host: url.host || String(url.searchParams.get("host")),
    user: decode(url.username, "用户名"),
    database,
  };
}

function parse(text: string): URL {
  try {
    return new URL(text.trim());
  } catch {
    throw malformed("不是有效的地址");
  }
}

function decode(text: string, what: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw malformed(`${what}里的百分号编码有误`);
  }
}

function malformed(cause: string): Fault {
  return new Fault("urlMalformed", { cause });
}
