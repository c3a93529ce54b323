/** How the entries of a ledger stand on a picture: symbols told apart by shape, tone and letter, places as shares of its width and height. */

export const SHAPES = ["square", "diamond", "circle", "triangle", "pentagon", "hexagon"] as const;
export type Shape = (typeof SHAPES)[number];
export const TONES = ["open", "begun", "near", "end"] as const;
export type Tone = (typeof TONES)[number];
export type Sign = { shape: Shape; tone: Tone; letter: string };

type Stage = { key: string; name: string; writtenOff?: boolean };

/** The symbol of each stage, by its key. The first stage is open, the last ones are through, those between are on their way. */
export function symbolsOf(stages: readonly Stage[]): ReadonlyMap<string, Sign> {
  const letters = lettersOf(stages.map(({ name }) => name));
  const middle = stages.filter((stage, place) => place > 0 && !stage.writtenOff);
  return new Map(
    stages.map((stage, place) => {
      const tone = toneOf(stage, place, middle);
      const shape = SHAPES[place % SHAPES.length] ?? "square";
      return [stage.key, { shape, tone, letter: letters[place] ?? "" }];
    }),
  );
}

function toneOf(stage: Stage, place: number, middle: readonly Stage[]): Tone {
  if (stage.writtenOff) return "end";
  if (place === 0) return "open";
  return middle.indexOf(stage) < middle.length / 2 ? "begun" : "near";
}

/** One character for each name, none twice where the names allow it; 已 at the front says nothing about which one it is. */
export function lettersOf(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const letters = [...(name.length > 1 ? name.replace(/^已/, "") : name)];
    const letter = letters.find((one) => !taken.has(one)) ?? letters[0] ?? "";
    taken.add(letter);
    return letter;
  });
}

export type Place = { x: number; y: number };

const STEP = 0.005;
const LEAP = 0.05;
const WAYS: Record<string, Place> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where an arrow key moves a symbol; null for any other key. @param far whether it leaps instead of stepping */
export function nudged({ x, y }: Place, key: string, far: boolean): Place | null {
  const way = WAYS[key];
  if (!way) return null;
  const step = far ? LEAP : STEP;
  return placed(x + way.x * step, y + way.y * step);
}

/** A place inside the picture, to four decimals. */
export function placed(x: number, y: number): Place {
  const inside = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;
  return { x: inside(x), y: inside(y) };
}

/** The field that marks an entry as one of special weight: the first yes-or-no field that says so in its name. */
export function starField<F extends { type: string; name: string }>(fields: readonly F[]): F | null {
  return fields.find(({ type, name }) => type === "yesNo" && /重点|key/i.test(name)) ?? null;
}
