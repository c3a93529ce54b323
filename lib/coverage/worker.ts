/**
 * The service worker of the page of visits, so that it opens where there is no network. It keeps that one page, for half a day at most,
 * and files whose names change with their content; no answer of the interface and no other page. Signing out clears it with the rest
 * of the browser's storage.
 */
export const WORKER = `
const CACHE = "guatu-visits-1";
const PAGE = "/coverage";
const KEPT_MS = 12 * 3600 * 1000;
const MOST_FILES = 150;
const PATIENCE_MS = 8000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(begin()));
self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.files)) event.waitUntil(keepAll(event.data.files));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate" && url.pathname === PAGE) event.respondWith(openPage(request));
  else if (isFile(url)) event.respondWith(openFile(request));
});

async function begin() {
  const old = (await caches.keys()).filter((name) => name.startsWith("guatu-visits-") && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

function isFile(url) {
  return url.origin === self.location.origin && url.pathname.startsWith("/_next/static/");
}

async function openPage(request) {
  const cache = await caches.open(CACHE);
  const answer = await Promise.race([fetch(request), late()]).catch(() => null);
  if (answer === null) return (await keptPage(cache)) ?? Response.error();
  await keepPage(cache, answer.clone());
  return answer;
}

function late() {
  return new Promise((_, reject) => setTimeout(() => reject(new Error("late")), PATIENCE_MS));
}

async function keptPage(cache) {
  const kept = await cache.match(PAGE);
  return kept && Date.now() - Number(kept.headers.get("x-kept-at")) < KEPT_MS ? kept : null;
}

async function keepPage(cache, answer) {
  // Led to sign in, or refused: what was kept belonged to somebody who is gone.
  if (!answer.ok || answer.redirected) return cache.delete(PAGE);
  const headers = new Headers(answer.headers);
  // What is kept is unpacked already.
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  headers.set("x-kept-at", String(Date.now()));
  await cache.put(PAGE, new Response(await answer.blob(), { headers }));
}

async function openFile(request) {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** What the page had loaded before this worker was there. */
async function keepAll(files) {
  const cache = await caches.open(CACHE);
  const page = await fetch(PAGE, { redirect: "manual" }).catch(() => null);
  if (page) await keepPage(cache, page);
  for (const file of files.filter((one) => isFile(new URL(one, self.location.origin)))) {
    if (!(await cache.match(file))) await cache.add(file).catch(() => undefined);
  }
  const surplus = (await cache.keys()).filter((one) => isFile(new URL(one.url))).slice(0, -MOST_FILES);
  await Promise.all(surplus.map((one) => cache.delete(one)));
}
`;
