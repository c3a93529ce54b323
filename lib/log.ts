import pino from "pino";

/** The one log; secrets and texts of people never enter it. */
export const log = pino({
  level: process.env.GUATU_LOG ?? (process.env.NODE_ENV === "test" ? "silent" : "info"),
  redact: ["password", "token", "*.password", "*.token", "headers.cookie", "headers.authorization"],
});
