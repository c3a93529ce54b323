/**
 * Ends the session and forgets everything that this browser keeps of the office, then leads to the sign-in page.
 * @param mayLose asked when visits wait on this device to be sent, which would be lost
 */
export async function signOut(mayLose: (visits: number) => boolean = () => true) {
  // Loaded here alone, as the board below.
  const { countWaiting } = await import("@/components/coverage/use-queue");
  const visits = await countWaiting();
  if (visits > 0 && !mayLose(visits)) return;
  const { csrfToken } = await fetch("/api/auth/csrf").then((answer) => answer.json());
  await fetch("/api/auth/signout", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  await forgetOffice();
  window.location.assign("/sign-in");
}

/** The next person at this computer must find neither tasks nor drafts. */
async function forgetOffice() {
  // Loaded here alone: the password page signs out as well, and has no board.
  const { forgetBoard } = await import("@/components/data/board-loader");
  await forgetBoard();
  localStorage.clear();
  sessionStorage.clear();
  const databases = (await indexedDB.databases?.()) ?? [];
  for (const { name } of databases) if (name) indexedDB.deleteDatabase(name);
}
