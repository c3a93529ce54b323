type Props = {
  on: boolean;
  /** What the mark says to those who hear it. */
  yes: string;
  no?: string;
};

/** A cell of a table of rights. */
export function Mark({ on, yes, no }: Props) {
  return on ? (
    <>
      <span aria-hidden="true" className="font-semibold text-action">
        ●
      </span>
      <span className="sr-only">{yes}</span>
    </>
  ) : (
    <>
      <span aria-hidden="true" className="text-line">
        ·
      </span>
      {no ? <span className="sr-only">{no}</span> : null}
    </>
  );
}
