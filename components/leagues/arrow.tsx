import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = { arrow: number | "new" | null; say: (key: string, values?: Record<string, number>) => string };

/** How many places were gained or lost; the sign and the number carry it, the colour only helps. */
export function Arrow({ arrow, say }: Props) {
  if (arrow === null) return null;
  if (arrow === "new") return <span className="whitespace-nowrap text-muted">{say("arrow.new")}</span>;
  if (arrow === 0)
    return (
      <span className="text-muted">
        <span aria-hidden="true">—</span>
        <VisuallyHidden>{say("arrow.same")}</VisuallyHidden>
      </span>
    );
  const up = arrow > 0;
  return (
    <span
      className={up ? "tabular whitespace-nowrap text-green" : "tabular whitespace-nowrap text-red-strong"}
    >
      <span aria-hidden="true">
        {up ? "↑" : "↓"}
        {Math.abs(arrow)}
      </span>
      <VisuallyHidden>{say(up ? "arrow.up" : "arrow.down", { n: Math.abs(arrow) })}</VisuallyHidden>
    </span>
  );
}
