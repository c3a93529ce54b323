"use client";

import {
  type KeyboardEvent,
  type Ref,
  type TextareaHTMLAttributes,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { classNames } from "./class-names";
import { Field, type FieldProps } from "./field";

type Props = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, "id" | "name" | "onSubmit"> & {
    /** Called on Ctrl+Enter, never while an input method composes. */
    onSubmit?: () => void;
    ref?: Ref<HTMLTextAreaElement>;
  };

/** Text of several lines; it grows with what is written. */
export function TextArea({
  label,
  hint,
  error,
  optional,
  hideLabel,
  id,
  name,
  onSubmit,
  ref,
  className,
  ...rest
}: Props) {
  const box = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle<HTMLTextAreaElement | null, HTMLTextAreaElement | null>(ref, () => box.current);
  // Without dependencies: the value may change from outside on any render.
  useLayoutEffect(() => grow(box.current));
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    rest.onKeyDown?.(event);
    if (!onSubmit || event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    onSubmit();
  };
  return (
    <Field {...{ label, hint, error, optional, hideLabel, id, name }}>
      {(control) => (
        <textarea
          rows={3}
          {...rest}
          {...control}
          className={classNames("control resize-none overflow-y-auto", className)}
          name={name}
          onInput={(event) => {
            rest.onInput?.(event);
            grow(event.currentTarget);
          }}
          onKeyDown={onKeyDown}
          ref={box}
        />
      )}
    </Field>
  );
}

function grow(box: HTMLTextAreaElement | null) {
  if (!box) return;
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, window.innerHeight * 0.6)}px`;
}
