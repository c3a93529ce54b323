import { defineConfig } from "prisma/config";

// Generate and validate need no engine, but look for one and would try to download it; any executable satisfies the look.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
});
