// @ts-check
import { pathToFileURL } from "node:url";

/**
 * Reads a TypeScript module as it is, in this very process.
 * Only after the installation, which brings the reader.
 * @param {string} file absolute
 */
export async function loadTypeScript(file) {
  const { register } = await import("tsx/esm/api");
  register();
  return import(pathToFileURL(file).href);
}
