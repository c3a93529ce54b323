/** How much larger than 16 pixels this reader has set the letters; 1 on the server. */
export function letterScale(): number {
  if (typeof window === "undefined") return 1;
  return (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16) / 16;
}
