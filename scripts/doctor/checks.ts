/** What the check-up found of one thing. `mend` says what to do, and is null where nothing is wrong. */
export interface Finding {
  what: string;
  found: string;
  mend: string | null;
}

/** What the server says about how it keeps what it was given, and about the application's role. */
export interface DatabaseFacts {
  version: string;
  fsync: string;
  synchronousCommit: string;
  fullPageWrites: string;
  checksums: string;
  /** Whether the application's role exists and the login may take it. */
  roleUsable: boolean;
  /** Whether that role may change or remove rows of the journal; null before the tables are made. */
  roleChangesJournal: boolean | null;
}

const DURABLE = "请在数据库服务器的 postgresql.conf 里改为 on 并重新加载；否则断电可能丢失已确认的数据。";

/** Whether an acknowledged write survives a power cut, and the journal stays as it was written. */
export function databaseFindings(facts: DatabaseFacts): Finding[] {
  return [
    { what: "PostgreSQL", found: facts.version, mend: null },
    on("落盘 fsync", facts.fsync, DURABLE),
    // "local" and the stronger values all wait for this server's own disk.
    {
      what: "提交落盘 synchronous_commit",
      found: facts.synchronousCommit,
      mend: facts.synchronousCommit === "off" ? DURABLE : null,
    },
    on("整页写入 full_page_writes", facts.fullPageWrites, DURABLE),
    on(
      "数据校验 data_checksums",
      facts.checksums,
      "请在停机时运行 pg_checksums --enable；否则磁盘损坏不会被发现。",
    ),
    roleFinding(facts),
  ];
}

function on(what: string, found: string, mend: string): Finding {
  return { what, found, mend: found === "on" ? null : mend };
}

function roleFinding(facts: DatabaseFacts): Finding {
  const what = "应用角色 guatu_app";
  if (!facts.roleUsable) {
    const mend =
      "请由数据库管理员执行 CREATE ROLE guatu_app NOLOGIN; GRANT guatu_app TO <登录用户>; 再按 docs/operations.md 授权。";
    return { what, found: "没有，或登录用户不能使用", mend };
  }
  if (facts.roleChangesJournal) {
    return { what, found: "能改动日志", mend: 'REVOKE UPDATE, DELETE, TRUNCATE ON "Event" FROM guatu_app;' };
  }
  return {
    what,
    found: facts.roleChangesJournal === null ? "已有，尚未建表" : "已有，不能改动日志",
    mend: null,
  };
}

const NEEDED_MB = 200;
const COMFORT_MB = 1024;

/** @param free whole megabytes left on the disk of the data folder */
export function diskFinding(free: number): Finding {
  const mend =
    free >= COMFORT_MB
      ? null
      : `请清理磁盘：低于 ${COMFORT_MB} MB 时应处理，低于 ${NEEDED_MB} MB 时不能启动。`;
  return { what: "磁盘", found: `剩余 ${free} MB`, mend };
}

/** @param given NEXTAUTH_SECRET; undefined where it is not set @param own the mode of data/secret; null where there is none */
export function secretFinding(given: string | undefined, own: number | null): Finding {
  const what = "会话密钥";
  if (given !== undefined) {
    const short = Buffer.byteLength(given) < 32 || new Set(given).size < 10;
    const mend = short ? "请换成随机值，例如 openssl rand -base64 48 的输出。" : null;
    return { what, found: short ? "来自 NEXTAUTH_SECRET，太短或太简单" : "来自 NEXTAUTH_SECRET", mend };
  }
  if (own === null) return { what, found: "尚未生成，首次启动时生成", mend: null };
  const open = (own & 0o077) !== 0;
  return {
    what,
    found: open ? "其他用户也能读" : "已保存在数据文件夹",
    mend: open ? "请执行 chmod 600 <数据文件夹>/secret。" : null,
  };
}

/** @param address NEXTAUTH_URL, else the address of HOST and PORT @param host HOST */
export function addressFinding(address: string, host: string): Finding {
  const inside = /^(127\.|localhost$|::1$)/.test(host);
  const open = !inside && !address.startsWith("https:");
  const mend = open
    ? "对外提供服务时请在前面放 HTTPS 反向代理，并把 NEXTAUTH_URL 设为 https:// 开头的地址。"
    : null;
  return { what: "访问地址", found: open ? `${address}（未加密）` : address, mend };
}
