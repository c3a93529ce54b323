// @ts-check
// Every response carries these, static files, errors and API answers included; the nonce policy of pages is set in proxy.ts.
export const ALWAYS = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-DNS-Prefetch-Control": "off",
};

// Browsers refuse these on plain http, and a lasting order to use https would lock out an office that has no certificate.
export const OVER_TLS = {
  "Strict-Transport-Security": "max-age=31536000",
  "Cross-Origin-Opener-Policy": "same-origin",
};

export const ANSWERS = {
  "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
};
export const UNKEPT = { "Cache-Control": "no-store" };
