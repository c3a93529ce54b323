import * as z from "zod";
import { COMMANDS } from "./commands";

/** The OpenAPI document of the door, made from the same list of commands that the door opens to. */
export function openApi(origin: string, version: string): Record<string, unknown> {
  const paths = Object.fromEntries(
    [...COMMANDS.values()].map((command) => [
      `/api/commands/${command.name}`,
      {
        post: operation(command.name, z.toJSONSchema(command.input, { io: "input", unrepresentable: "any" })),
      },
    ]),
  );
  return {
    openapi: "3.1.0",
    info: { title: "挂图 Guatu", version },
    servers: [{ url: origin }],
    security: [{ token: [] }, { session: [] }],
    paths: { ...paths, ...READS },
    components: { securitySchemes: SCHEMES, schemas: { Problem: PROBLEM } },
  };
}

const PROBLEM = {
  type: "object",
  required: ["title", "status", "code"],
  properties: {
    title: { type: "string", description: "A sentence for people." },
    status: { type: "integer" },
    code: { type: "string", description: "Stable, for programs." },
    fields: { type: "object", additionalProperties: { type: "string" } },
    current: { type: "object", description: "With stale: what stands now." },
    yours: { type: "integer", description: "With stale: the version that was sent." },
  },
};

const SCHEMES = {
  token: { type: "http", scheme: "bearer", description: "A personal access token." },
  session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
};

const problem = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
});

const REFUSALS = {
  "400": problem("The body is not what the command takes."),
  "401": problem("Nobody is signed in."),
  "403": problem("This person or token may not do it."),
  "404": problem("It does not exist, or is hidden from this person."),
  "409": problem("A rule refuses, or somebody was faster."),
  "422": problem("The key was used with another body."),
  "429": problem("Too many commands."),
};

function operation(name: string, schema: unknown): Record<string, unknown> {
  const answer = {
    type: "object",
    required: ["seq", "result"],
    properties: { seq: { type: "integer" }, result: {} },
  };
  return {
    operationId: name,
    tags: [name.split(".")[0]],
    parameters: [
      {
        name: "Idempotency-Key",
        in: "header",
        description: "The same key and body are answered once and the same for at least 24 hours.",
        schema: { type: "string", pattern: "^[\\w-]{8,80}$" },
      },
    ],
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: {
      "200": { description: "Done.", content: { "application/json": { schema: answer } } },
      ...REFUSALS,
    },
  };
}

const read = (operationId: string, says: string, parameters: unknown[] = []) => ({
  get: {
    operationId,
    ...(parameters.length > 0 && { parameters }),
    responses: { "200": { description: says }, "401": REFUSALS["401"], "403": REFUSALS["403"] },
  },
});
const ID = { name: "id", in: "path", required: true, schema: { type: "integer" } };
const DAY = { name: "day", in: "path", required: true, schema: { type: "string", format: "date" } };
const MEMBER_ID = { ...ID, name: "memberId" };
const AFTER = { name: "after", in: "query", required: true, schema: { type: "integer" } };

const READS = {
  "/api/board": read("board", "The board by columns, gzip; 304 for the ETag that is still true."),
  "/api/board/{day}": read("boardOn", "The board as it stood at the end of a day, by columns.", [DAY]),
  "/api/live": read("live", "What changes after a number of the journal, as server-sent events.", [AFTER]),
  "/api/tasks/{id}": read("task", "One task with everything; a sensitive one masked.", [ID]),
  "/api/ledgers/{id}": read(
    "ledger",
    "A ledger with its entries, masked; 304 for the ETag that is still true.",
    [ID],
  ),
  "/api/ledgers/entries/{id}": read("entry", "One entry with its moves; a sensitive one masked.", [ID]),
  "/api/plots/{id}": read("plot", "The picture on which the entries of a ledger are placed.", [ID]),
  "/api/meetings/{id}": read("meeting", "One meeting with what changed.", [ID]),
  "/api/leagues/{id}": read(
    "league",
    "One league table: of an edition, or of today; 304 for the ETag that is still true.",
    [ID],
  ),
  "/api/leagues/{id}/members/{memberId}": read("explanation", "What one member's score was made of.", [
    ID,
    MEMBER_ID,
  ]),
  "/api/coverage/{dutyId}": read("coverage", "The matrix of a duty: objects, periods and counts.", [
    { ...ID, name: "dutyId" },
    { name: "year", in: "query", schema: { type: "integer" } },
  ]),
  "/api/coverage/{dutyId}/visits": read("visits", "The visits of one object between two days.", [
    { ...ID, name: "dutyId" },
    { name: "object", in: "query", required: true, schema: { type: "integer" } },
    { name: "from", in: "query", required: true, schema: { type: "string", format: "date" } },
    { name: "to", in: "query", required: true, schema: { type: "string", format: "date" } },
  ]),
  "/api/posts": read("posts", "What else finds a post in a picker."),
  "/api/files/{id}": read("file", "The bytes of one piece of evidence.", [ID]),
  "/api/files": {
    post: {
      operationId: "upload",
      parameters: [{ name: "x-file-name", in: "header", required: true, schema: { type: "string" } }],
      requestBody: { required: true, content: { "application/octet-stream": {} } },
      responses: {
        "200": { description: "A ticket, with which evidence.attach names the file." },
        ...REFUSALS,
      },
    },
  },
};
