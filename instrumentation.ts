/** Runs once when the server starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { keepHouse } = await import("./lib/housekeeping");
  keepHouse();
  // Who holds a post is asked on the office's day, which the settings may fix: known before the first request.
  const { getSettings } = await import("./lib/settings/queries");
  await getSettings().catch(() => undefined);
}
