"use client";

import { useState } from "react";

type Props = { label: string; note: string; mayWrite: boolean; onKeep: (text: string) => void };

/** Who came instead, or why somebody stayed away; kept when the field is left. */
export function NoteField({ label, note, mayWrite, onKeep }: Props) {
  const [text, setText] = useState(note);
  if (!mayWrite) return note ? <span className="text-muted">{note}</span> : null;
  const keep = () => {
    if (text.trim() !== note) onKeep(text.trim());
  };
  return (
    <>
      <input
        aria-label={label}
        className="control w-44! print:hidden"
        maxLength={100}
        onBlur={keep}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Enter" && !event.nativeEvent.isComposing && keep()}
        placeholder={label}
        value={text}
      />
      <span className="hidden print:inline">{note}</span>
    </>
  );
}
