type Given = { nonce: string; development: boolean; frameAncestors: string };

// What DingTalk and similar hosts need: bare origins, so that nothing else can be slipped into the header.
const ORIGIN = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i;

/** The policy of one page: only scripts with its nonce run, and nothing is fetched from elsewhere. */
export function contentSecurityPolicy({ nonce, development, frameAncestors }: Given): string {
  const ancestors = frameAncestors.split(/[\s,]+/).filter((origin) => ORIGIN.test(origin));
  const directives = {
    "default-src": "'self'",
    // The development server compiles in the page and injects styles.
    "script-src": `'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    "style-src": development ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' blob: data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": ["'self'", ...ancestors].join(" "),
  };
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}
