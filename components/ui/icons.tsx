// Strokes on a 16-unit grid, so that they stay sharp beside 14 px Chinese characters.
const PATHS = {
  close: "M4 4l8 8M12 4l-8 8",
  check: "M3 8.5l3.2 3.2L13 5",
  plus: "M8 3v10M3 8h10",
  search: "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10zM10.7 10.7L14 14",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  down: "M4 6l4 4 4-4",
  right: "M6 4l4 4-4 4",
  left: "M10 4L6 8l4 4",
  calendar: "M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3",
  home: "M2.5 7.5L8 3l5.5 4.5V13.5h-11zM6.5 13.5V10h3v3.5",
  report: "M10.8 2.7l2.5 2.5-7.3 7.3-3.2.7.7-3.2zM9 4.5L11.5 7M8.5 13.5h5",
  board: "M2.5 3h3v10h-3zM6.5 3h3v6h-3zM10.5 3h3v8h-3z",
  plan: "M4 2.5h8v11H4zM6 5.5h4M6 8h4M6 10.5h2.5",
  wall: "M2.5 3h11v10h-11zM2.5 6.3h11M2.5 9.6h11M6.2 3v10M9.9 3v10",
  dashboard: "M7 3a5.5 5.5 0 1 0 6 6H7zM9.5 1.8a5 5 0 0 1 4.7 4.7H9.5z",
  ledger: "M3 4.5l1 1 1.8-2M3 9l1 1 1.8-2M8 4.5h5.5M8 9h5.5M3 13h10.5",
  visit:
    "M8 14s4.5-4.2 4.5-7.4a4.5 4.5 0 0 0-9 0C3.5 9.8 8 14 8 14zM8 8.2a1.6 1.6 0 1 0 0-3.2a1.6 1.6 0 0 0 0 3.2z",
  league: "M2.5 13.5v-4h3.6v4M6.1 13.5v-10h3.8v10M9.9 13.5V7h3.6v6.5M1.5 13.5h13",
  meeting: "M2.5 3h11v7h-11zM8 10v3.5M5 13.5h6M5 6.5h6",
  paper: "M4 1.8h5.5L12.5 5v9.2H4zM9.5 1.8V5h3M6 8h4.5M6 10.5h4.5",
  supervision: "M4 14V2.5h8.5l-2.2 3 2.2 3H4",
  bell: "M4.5 6.5a3.5 3.5 0 0 1 7 0v3l1.5 2.5h-10l1.5-2.5zM6.5 13.5h3",
  organisation: "M6.5 2.5h3v3h-3zM2.5 10.5h3v3h-3zM10.5 10.5h3v3h-3zM8 5.5V8M4 10.5V8h8v2.5",
  settings: "M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3",
  person: "M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8zM2.5 14c.4-2.7 2.6-4 5.5-4s5.1 1.3 5.5 4",
  warning: "M8 2.5L14.5 13.5h-13zM8 6.5v3.5M8 11.8v.01",
  info: "M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.5v3.5M8 5v.01",
  external: "M6.5 3.5h-3v9h9v-3M9 2.5h4.5V7M13.5 2.5L8 8",
  filter: "M2 4h12M4.5 8h7M6.5 12h3",
  attach:
    "M11.5 6.5l-4.2 4.2a1.7 1.7 0 0 1-2.4-2.4l5-5a2.7 2.7 0 0 1 3.8 3.8l-5.2 5.2a4 4 0 0 1-5.6-5.6L7 2.6",
  print: "M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z",
  undo: "M5.5 3.5L2.5 6.5l3 3M2.5 6.5h7a3.5 3.5 0 0 1 0 7H6",
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside a word; it is hidden from readers of speech, so the word must be there. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      fill="none"
      height={size}
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={name === "more" ? 2.2 : 1.4}
      viewBox="0 0 16 16"
      width={size}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
