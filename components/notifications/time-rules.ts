/** Times of day as a field has them ("22:30", empty for none) and as they are kept: minutes after midnight. */

export function timeOf(minutes: number | null): string {
  if (minutes === null) return "";
  const two = (n: number) => String(n).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** null for an empty field and for what is no time. */
export function minutesOf(time: string): number | null {
  const found = /^(\d{1,2}):(\d{2})$/.exec(time.trim());
  if (!found) return null;
  const [hours, minutes] = [Number(found[1]), Number(found[2])];
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : null;
}
