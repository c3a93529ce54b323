/** Figures of a run and how they are printed: always beside the floor of the same run, with the ratio. */

export type Figure = { what: string; value: number; floor: number | null; unit: string; aim: string };

/** The value below which `share` (0–1) of the values lie; NaN for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function show(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const ratio = figure.floor === null ? "" : `${(figure.value / figure.floor).toFixed(2)} ×`;
    const floor = figure.floor === null ? "" : `floor ${round(figure.floor)} ${figure.unit}`;
    return [figure.what, `${round(figure.value)} ${figure.unit}`, floor, ratio, figure.aim];
  });
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function round(value: number): string {
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
