import { WORKER } from "@/lib/coverage/worker";

/** The service worker of the page of visits; it holds nothing of anybody. */
export const GET = (): Response => {
  const headers = {
    "content-type": "text/javascript; charset=utf-8",
    "cache-control": "no-cache",
    // Its own folder is below the page that it serves.
    "service-worker-allowed": "/coverage",
  };
  return new Response(WORKER, { headers });
};
