/** Seconds as a clock shows them: 4:05, 71:30; a minute that has begun is not rounded up. */
export function sayClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
