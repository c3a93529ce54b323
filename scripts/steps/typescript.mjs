// @ts-check
import { pathToFileURL } from "node:url";

/**
 * Reads a TypeScript module in this very process: a child would cost half a second and one more process to lose.
 * Only after the installation, which brings the reader.
 * @param {string} file absolute
 */
export async function loadTypeScript(file) {
  const { register } = await import("tsx/esm/api");
  register();
  return import(pathToFileURL(file).href);
}
