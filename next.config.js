import { ALWAYS, ANSWERS, OVER_TLS, UNKEPT } from "./lib/fixed-headers.mjs";

/** @param {Record<string, string>} headers */
const listed = (headers) => Object.entries(headers).map(([key, value]) => ({ key, value }));

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; a start builds what was tested and need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@prisma/adapter-pg", "pg", "@node-rs/argon2", "sharp", "pino", "chinese-days"],
  // Every page is loaded when it is first asked for: kept ready unasked, they are a third of the memory of an idle office.
  experimental: { preloadEntriesOnStart: false },
  // What is set here wins over what a route sets: routes that decide for themselves must stay out of the patterns.
  async headers() {
    return [
      { source: "/:path*", headers: listed(ALWAYS) },
      {
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: listed(OVER_TLS),
      },
      { source: "/api/:path((?!files/).*)", headers: listed(ANSWERS) },
      { source: "/api/:path((?!files/|board$|live$|meetings/[0-9]+$).*)", headers: listed(UNKEPT) },
    ];
  },
};

export default config;
