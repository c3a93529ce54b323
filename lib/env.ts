import * as z from "zod";

const schema = z.object({
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_URL: z.url().default("http://127.0.0.1:3000"),
  NEXTAUTH_SECRET: z.string().min(32),
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  GUATU_DATA: z.string().default("data"),
  GUATU_TODAY: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  GUATU_APP_ROLE: z.string().default("guatu_app"),
  GUATU_POOL: z.coerce.number().int().min(2).max(100).default(10),
  GUATU_IDLE_MINUTES: z.coerce.number().int().min(1).max(1440).default(30),
  GUATU_ABSOLUTE_HOURS: z.coerce.number().int().min(1).max(168).default(12),
  GUATU_SIGN_IN_FAILURES: z.coerce.number().int().min(3).max(20).default(5),
  GUATU_SOURCE_FAILURES: z.coerce.number().int().min(3).max(1000).default(5),
  GUATU_LOCK_MINUTES: z.coerce.number().int().min(1).max(1440).default(10),
  GUATU_COMMANDS_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  GUATU_UPLOAD_MB: z.coerce.number().int().min(1).max(500).default(20),
  GUATU_CHROMIUM: z.string().default(""),
  GUATU_OUTBOUND_HOSTS: z.string().default(""),
  PASSWORD_POLICY: z.enum(["dengbao", "asvs"]).default("dengbao"),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
});

export type Env = z.infer<typeof schema>;

let cached: Env | undefined;

/** The environment, checked once at first use. @throws when a variable is malformed, naming it. */
export function env(): Env {
  cached ??= schema.parse(process.env);
  return cached;
}
