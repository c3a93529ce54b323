const YEAR = 31_536_000;

/** Keeps a choice of this reader on this device, for the next page that the server draws. */
export function remember(name: "density" | "locale", value: string) {
  write(document, `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`);
}

// The newer cookie store is missing in Safari before 18.4 and on plain http.
function write(jar: { cookie: string }, cookie: string) {
  jar.cookie = cookie;
}
