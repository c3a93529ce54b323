const YEAR = 31_536_000;

/** Keeps a choice of this reader on this device, for the next page that the server draws. */
export function remember(name: "density" | "locale", value: string) {
  const page: { cookie: string } = document;
  page.cookie = `${name}=${value}; path=/; max-age=${YEAR}; samesite=lax`;
}
