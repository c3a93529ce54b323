import * as accounts from "./accounts/commands";
import { type Answer, type Command, type RunOptions, run } from "./api";
import * as assignments from "./assignments/commands";
import type { Actor } from "./auth/permissions";
import { SYSTEM } from "./auth/system";
import * as checkIns from "./checkIns/commands";
import * as comments from "./comments/commands";
import * as duties from "./coverage/duties/commands";
import * as objects from "./coverage/objects/commands";
import * as registers from "./coverage/registers/commands";
import * as visits from "./coverage/visits/commands";
import { NotFound } from "./errors";
import * as files from "./files/commands";
import * as incentives from "./incentives/commands";
import * as instructions from "./instructions/commands";
import * as leagues from "./leagues/commands";
import * as ledgers from "./ledgers/commands";
import * as ledgerEntries from "./ledgers/entry-commands";
import * as ledgerImports from "./ledgers/import-commands";
import * as ledgerMany from "./ledgers/many-commands";
import * as ledgerMoves from "./ledgers/move-commands";
import * as ledgerPlots from "./ledgers/plot-commands";
import * as measures from "./measures/commands";
import * as readings from "./measures/reading-commands";
import * as agendas from "./meetings/agenda-commands";
import * as attendance from "./meetings/attendance-commands";
import * as agendaBuilding from "./meetings/build-commands";
import * as meetings from "./meetings/commands";
import * as agendaItems from "./meetings/item-commands";
import * as outcomes from "./meetings/outcome-commands";
import * as meetingPlans from "./meetings/plan-commands";
import * as meetingSeries from "./meetings/series-commands";
import * as milestones from "./milestones/commands";
import * as milestoneTemplates from "./milestones/template-commands";
import * as notifications from "./notifications/commands";
import * as outlets from "./notifications/outlet-commands";
import * as reminders from "./notifications/reminder-commands";
import * as organisation from "./organisation/commands";
import * as papers from "./papers/commands";
import * as people from "./people/commands";
import * as plan from "./plan/commands";
import * as proofs from "./proofs/commands";
import * as rounds from "./rounds/commands";
import * as drafts from "./rounds/draft-commands";
import * as reportLinks from "./rounds/link-commands";
import * as roundRules from "./rounds/rule-commands";
import * as samplings from "./samplings/commands";
import * as sessions from "./sessions/commands";
import * as settings from "./settings/commands";
import * as setup from "./setup/commands";
import * as standings from "./standings/commands";
import * as supervision from "./supervision/commands";
import * as extensions from "./supervision/extension-commands";
import * as halts from "./supervision/halt-commands";
import * as notices from "./supervision/notice-commands";
import * as urges from "./supervision/urge-commands";
import * as tasks from "./tasks/commands";
import * as publishing from "./tasks/publish-commands";
import * as tokens from "./tokens/commands";

/** Every command of the product by its name: the door, the OpenAPI document and the scripts read this one list. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  [
    accounts,
    assignments,
    checkIns,
    comments,
    duties,
    objects,
    registers,
    visits,
    files,
    incentives,
    instructions,
    leagues,
    measures,
    ledgers,
    ledgerEntries,
    ledgerImports,
    ledgerMany,
    ledgerMoves,
    ledgerPlots,
    meetings,
    meetingPlans,
    meetingSeries,
    agendas,
    agendaBuilding,
    agendaItems,
    attendance,
    outcomes,
    milestoneTemplates,
    milestones,
    notifications,
    outlets,
    reminders,
    organisation,
    papers,
    people,
    plan,
    proofs,
    readings,
    rounds,
    drafts,
    reportLinks,
    roundRules,
    samplings,
    sessions,
    settings,
    setup,
    standings,
    extensions,
    halts,
    notices,
    supervision,
    urges,
    tasks,
    publishing,
    tokens,
  ]
    .flatMap((domain) => Object.values(domain) as unknown[])
    .filter(isCommand)
    .map((one) => [one.name, one]),
);

function isCommand(value: unknown): value is Command {
  return typeof value === "object" && value !== null && "name" in value && "input" in value && "run" in value;
}

export { SYSTEM };

/** Runs a command by its name. @throws NotFound for a name that does not exist, and whatever the command throws */
export function runCommand<R = unknown>(
  name: string,
  actor: Actor,
  input: unknown,
  options?: RunOptions,
): Promise<Answer<R>> {
  const found = COMMANDS.get(name);
  if (!found) throw new NotFound(name);
  return run(found, actor, input, options) as Promise<Answer<R>>;
}
