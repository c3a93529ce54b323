"use client";

import { type KeyboardEvent as Press, useEffect, useState } from "react";
import { useWords } from "@/lib/words-client";
import { StageButton } from "./controls";

/** `onJump`: @returns whether there is a matter with this number. */
type Props = { at: number; count: number; onJump: (place: number) => boolean };

/** Which slide it is, and the way to a matter by its number: a digit on the keyboard, or a press here. */
export function Jump({ at, count, onJump }: Props) {
  const t = useWords("agenda");
  const [text, setText] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const asking = text !== null;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (asking || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      event.preventDefault();
      setMissing(false);
      setText(event.key);
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, [asking]);
  if (text === null)
    return (
      <StageButton label={t("present.jump", { at: at + 1, count })} onClick={() => setText("")}>
        {at + 1} / {count}
      </StageButton>
    );
  const onKeyDown = (event: Press) => {
    event.stopPropagation();
    if (event.key === "Escape") setText(null);
    if (event.key !== "Enter") return;
    if (text === "" || onJump(Number(text))) setText(null);
    else setMissing(true);
  };
  return (
    <span className="flex items-center gap-[calc(var(--u)*12)]">
      <label htmlFor="jump">{t(missing ? "present.noSuch" : "present.jumpTo")}</label>
      <input
        autoComplete="off"
        className="min-h-11 w-[4em] rounded border border-edge bg-paper px-[calc(var(--u)*12)] text-right"
        id="jump"
        inputMode="numeric"
        maxLength={4}
        onBlur={() => setText(null)}
        onChange={(event) => {
          setMissing(false);
          setText(event.target.value.replace(/\D/g, ""));
        }}
        onKeyDown={onKeyDown}
        ref={focusOnce}
        value={text}
      />
    </span>
  );
}

/** The digit that was pressed is there already; the next one goes behind it. */
function focusOnce(input: HTMLInputElement | null): void {
  if (!input || document.activeElement === input) return;
  input.focus();
  input.setSelectionRange(input.value.length, input.value.length);
}
