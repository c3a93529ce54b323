// Everything that can keep the product from starting, as a table: what is wrong, and what mends it.
// Plain JavaScript, because some of it is told before anything is installed.

/** @typedef {{ wrong: string, mend: string }} Row */

export const FAULTS = {
  nodeTooOld: {
    wrong: "Node.js 版本过低：当前 {version}，需要 20.19 或更高",
    mend: "请从 https://nodejs.org 安装当前的长期支持版（LTS），再重新运行。",
  },
  noCheckout: {
    wrong: "程序文件不完整：找不到 {file}",
    mend: "请重新下载或重新检出完整的程序文件夹。",
  },
  installFailed: {
    wrong: "依赖安装失败（npm ci 退出码 {status}）",
    mend: "原因见上方输出。请检查网络或 npm 镜像设置（npm config get registry），再重新运行。",
  },
  generateFailed: {
    wrong: "{name}生成失败",
    mend: "原因见上方输出。请确认程序文件完整，删除 node_modules 后重新运行。",
  },
  buildFailed: {
    wrong: "页面构建失败",
    mend: "原因见上方输出。请确认程序文件完整、内存不少于 2 GB，再重新运行。",
  },
  running: {
    wrong: "挂图已在运行：数据文件夹 {folder} 正被另一个进程使用",
    mend: "请直接打开已运行的地址，或先停止它；要另开一套，请用 GUATU_DATA 指定另一个文件夹、用 PORT 指定另一个端口。",
  },
  portMalformed: {
    wrong: "PORT 应为 0 到 65535 之间的整数，当前是“{port}”",
    mend: "请改正环境变量 PORT，例如 PORT=3000。",
  },
  portTaken: {
    wrong: "端口 {port} 已被其他程序占用",
    mend: "请停止占用该端口的程序，或换一个端口，例如 PORT=3001 npm start。",
  },
  portForbidden: {
    wrong: "没有权限使用端口 {port}",
    mend: "1024 以下的端口需要管理员权限。请换一个端口，例如 PORT=3000，并由反向代理转发。",
  },
  hostUnknown: {
    wrong: "HOST“{host}”不是本机的地址",
    mend: "请改正环境变量 HOST：只供本机使用填 127.0.0.1，供局域网使用填 0.0.0.0。",
  },
  environment: {
    wrong: "环境变量有误：{cause}",
    mend: "请按 docs/operations.md 改正后重新运行。",
  },
  platform: {
    wrong: "内置数据库不支持本机系统（{platform}）",
    mend: "请自备 PostgreSQL 15 或更高版本，用 DATABASE_URL 指定，例如 postgresql://用户:密码@主机:5432/guatu。",
  },
  binariesMissing: {
    wrong: "内置数据库的程序没有安装（{name}）",
    mend: "请删除 node_modules 后重新运行（安装时不要用 --omit=optional），或用 DATABASE_URL 指定已有的 PostgreSQL。",
  },
  rootOnly: {
    wrong: "PostgreSQL 不允许由 root 运行，而普通用户进不了 {folder}",
    mend: "请把数据放到普通用户可进入的位置，例如 GUATU_DATA=/var/lib/guatu npm start，或改用普通用户运行。",
  },
  dataUnwritable: {
    wrong: "数据文件夹 {folder} 无法写入（{cause}）",
    mend: "请改正该文件夹的权限，或用 GUATU_DATA 指定另一个文件夹。",
  },
  dataForeign: {
    wrong: "文件夹 {folder} 里不是挂图的数据，没有动它",
    mend: "请用 GUATU_DATA 指定一个空文件夹或原来的数据文件夹。",
  },
  dataOwner: {
    wrong: "数据文件夹 {folder} 属于另一个系统用户（{owner}）",
    mend: "请用原来的用户运行，或由管理员把该文件夹的所有者改为当前用户后再运行。",
  },
  dataMajor: {
    wrong: "数据文件夹 {folder} 由 PostgreSQL {theirs} 写成，内置的是 PostgreSQL {ours}",
    mend: "请用写成它的那一版程序导出备份，再用本版恢复（见 docs/operations.md）；数据没有改动。",
  },
  diskFull: {
    wrong: "磁盘空间不足：{folder} 所在磁盘只剩 {free} MB，至少需要 200 MB",
    mend: "请清理磁盘，或用 GUATU_DATA 指定另一块磁盘上的文件夹。",
  },
  initFailed: {
    wrong: "内置数据库初始化失败：{cause}",
    mend: "数据文件夹没有留下半成品。请按上面的原因处理后重新运行。",
  },
  postgresStart: {
    wrong: "内置数据库没有启动：{cause}",
    mend: "请按上面的原因处理；记录在 {log}。数据没有改动。",
  },
  postgresLost: {
    wrong: "内置数据库反复中断：{cause}",
    mend: "请查看 {log} 和磁盘空间，处理后重新运行；已确认的数据不会丢失。",
  },
  demoPasswordWeak: {
    wrong: "从标准输入给出的密码太弱，演示账号不能使用",
    mend: "密码至少 10 位，含大写、小写、数字、符号中的三类，且不含账号名和常见词；不给密码则自动生成。",
  },
  demoNotEmpty: {
    wrong: "系统里已有账号，不能写入演示数据",
    mend: "演示数据只能写入空的系统。请另用一个文件夹，例如 GUATU_DATA=demo-data npm run demo。",
  },
  urlMalformed: {
    wrong: "DATABASE_URL 写法有误（{cause}）",
    mend: "应为 postgresql://用户:密码@主机:端口/数据库；密码里的特殊字符要按百分号编码。",
  },
  unreachable: {
    wrong: "连不上数据库 {host}（{cause}）",
    mend: "请确认数据库已启动、地址和端口正确、防火墙放行，再重新运行。",
  },
  signInRefused: {
    wrong: "数据库 {host} 拒绝了用户名或密码（用户 {user}）",
    mend: "请改正 DATABASE_URL 里的用户名和密码；密码里的特殊字符要按百分号编码。",
  },
  databaseMissing: {
    wrong: "服务器 {host} 上没有数据库“{database}”",
    mend: "请先建库，例如 CREATE DATABASE {database} ENCODING 'UTF8'，再重新运行。",
  },
  serverTooOld: {
    wrong: "PostgreSQL 版本过低：服务器是 {version}，需要 15 或更高",
    mend: "请升级服务器，或不设 DATABASE_URL 改用内置数据库。",
  },
  timeZone: {
    wrong: "数据库连接的时区不是 UTC，而是 {zone}",
    mend: "多半是连接池改写了连接选项。请让它放行 options 参数，或把该用户的时区设为 UTC：ALTER ROLE {user} SET TimeZone = 'UTC'。",
  },
  encoding: {
    wrong: "数据库的编码不是 UTF8，而是 {encoding}",
    mend: "请另建一个 UTF8 编码的数据库，并改正 DATABASE_URL。",
  },
  migrationEdited: {
    wrong: "已执行过的数据库迁移文件被改动：{names}",
    mend: "请恢复这些文件的原样（重新检出程序），不要修改已发布的迁移。",
  },
  migrationFailed: {
    wrong: "数据库里有一次没有完成的迁移：{names}",
    mend: "请先恢复升级前的备份，再重新运行；或由维护人员核对后处理表 _prisma_migrations 中的这一行。",
  },
  migrationNewer: {
    wrong: "数据库由更新的版本使用过，本版不认识迁移：{names}",
    mend: "请改用新版程序，或恢复升级前的备份。",
  },
  migrationBroke: {
    wrong: "数据库迁移 {name} 执行失败，已撤销：{cause}",
    mend: "数据没有改动。请按上面的原因处理（常见为权限不足或磁盘已满）后重新运行。",
  },
};

/** Something the person who starts the product can mend; told as one message, never with a stack. */
export class Fault extends Error {
  /**
   * @param {keyof typeof FAULTS} code
   * @param {Record<string, string | number>} facts what the message fills in
   */
  constructor(code, facts = {}) {
    const { wrong, mend } = FAULTS[code];
    super(`${fill(wrong, facts)}\n  ${fill(mend, facts)}`);
    this.name = "Fault";
    this.code = code;
  }
}

/**
 * @param {string} text
 * @param {Record<string, string | number>} facts
 */
function fill(text, facts) {
  return text.replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? "?"));
}
