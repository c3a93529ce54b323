// Every response carries these, static files, errors and API answers included; the nonce policy of pages is set in proxy.ts.
const always = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=(), usb=()" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-DNS-Prefetch-Control", value: "off" },
];

// Browsers refuse these on plain http, and a lasting order to use https would lock out an office that has no certificate.
const overTls = [
  { key: "Strict-Transport-Security", value: "max-age=31536000" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

// What is set here wins over what a route sets: routes that decide for themselves must stay out of the patterns.
const answers = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];
const unkept = [{ key: "Cache-Control", value: "no-store" }];

/** @type {import("next").NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  images: { unoptimized: true },
  // `npm test` checks the types of everything; a start builds what was tested and need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["@prisma/adapter-pg", "pg", "@node-rs/argon2", "sharp", "pino", "chinese-days"],
  async headers() {
    return [
      { source: "/:path*", headers: always },
      {
        source: "/:path*",
        has: [{ type: "header", key: "x-forwarded-proto", value: "https" }],
        headers: overTls,
      },
      { source: "/api/:path((?!files/).*)", headers: answers },
      { source: "/api/:path((?!files/|board$|live$).*)", headers: unkept },
    ];
  },
};

export default config;
