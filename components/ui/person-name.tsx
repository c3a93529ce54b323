/** A person, never cut and never broken across lines; the note is the unit or the post. */
export function PersonName({ name, note }: { name: string; note?: string }) {
  return (
    <span className="inline-flex flex-wrap items-baseline gap-x-1.5">
      <span className="whitespace-nowrap">{name}</span>
      {note ? <span className="text-muted text-small">{note}</span> : null}
    </span>
  );
}
