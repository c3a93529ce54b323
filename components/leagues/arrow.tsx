import { classNames } from "@/components/ui/class-names";
import { VisuallyHidden } from "@/components/ui/visually-hidden";

type Props = {
  arrow: number | "new" | null;
  say: (key: string, values?: Record<string, number>) => string;
  /** Across a room colours are too faint: the sign and the number stand in ink. */
  plain?: boolean;
};

/** How many places were gained or lost; the sign and the number carry it, the colour only helps. */
export function Arrow({ arrow, say, plain = false }: Props) {
  if (arrow === null) return null;
  if (arrow === "new") return <span className={quiet(plain)}>{say("arrow.new")}</span>;
  if (arrow === 0)
    return (
      <span className={quiet(plain)}>
        <span aria-hidden="true">—</span>
        <VisuallyHidden>{say("arrow.same")}</VisuallyHidden>
      </span>
    );
  const up = arrow > 0;
  return (
    <span
      className={classNames("tabular whitespace-nowrap", !plain && (up ? "text-green" : "text-red-strong"))}
    >
      <span aria-hidden="true">
        {up ? "↑" : "↓"}
        {Math.abs(arrow)}
      </span>
      <VisuallyHidden>{say(up ? "arrow.up" : "arrow.down", { n: Math.abs(arrow) })}</VisuallyHidden>
    </span>
  );
}

const quiet = (plain: boolean) => classNames("whitespace-nowrap", !plain && "text-muted");
