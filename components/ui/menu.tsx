"use client";

import Link from "next/link";
import { type ReactNode, type RefCallback, useId, useState } from "react";
import { classNames } from "./class-names";
import { Floating } from "./floating";
import type { Align } from "./floating-place";
import { Icon } from "./icons";
import { Kbd } from "./kbd";
import { useMenuKeys } from "./menu-keys";

export type MenuItem = {
  label: string;
  /** Why it cannot be chosen now; shown under it. */
  reason?: string | null;
  keys?: string;
  checked?: boolean;
  danger?: boolean;
  icon?: ReactNode;
} & ({ onSelect: () => void; href?: undefined } | { href: string; onSelect?: undefined });

export type MenuEntry = MenuItem | { heading: string } | "line";

export type MenuTrigger = {
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  "aria-controls": string | undefined;
  onClick: () => void;
  ref: RefCallback<HTMLButtonElement>;
};

type Props = { label: string; items: MenuEntry[]; align?: Align; trigger: (props: MenuTrigger) => ReactNode };

/** A list of things to do, under a button; give `trigger`'s properties to the button. */
export function Menu({ label, items, align = "end", trigger }: Props) {
  const [anchor, setAnchor] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      {trigger({
        "aria-haspopup": "menu",
        "aria-expanded": open,
        "aria-controls": open ? id : undefined,
        onClick: () => setOpen(!open),
        ref: setAnchor,
      })}
      {open && anchor ? (
        <MenuList
          align={align}
          anchor={anchor}
          close={() => setOpen(false)}
          id={id}
          items={items}
          label={label}
        />
      ) : null}
    </>
  );
}

type ListProps = {
  id: string;
  label: string;
  items: MenuEntry[];
  anchor: Element;
  align: Align;
  close: () => void;
};

/** The list itself, for places that open it without a button of their own. */
export function MenuList({ id, label, items, anchor, align, close }: ListProps) {
  const keys = useMenuKeys(anchor, close);
  return (
    <Floating align={align} anchor={anchor} className="z-50" ref={keys.ref}>
      <div
        aria-label={label}
        className="drawn-in min-w-44 max-w-80 overflow-y-auto overscroll-contain rounded border border-line bg-paper py-1 shadow outline-none"
        id={id}
        onClick={keys.halt}
        onKeyDown={keys.onKeyDown}
        role="menu"
        tabIndex={-1}
      >
        {withoutLooseLines(items).map((entry, place, shown) => {
          if (entry === "line")
            return <hr className="my-1 border-line" key={`line before ${nameOf(shown[place + 1])}`} />;
          if ("heading" in entry) return <MenuHeading key={entry.heading} text={entry.heading} />;
          return <MenuRow close={close} item={entry} key={entry.label} />;
        })}
      </div>
    </Floating>
  );
}

/** A line parts what stands on both sides of it: of several in a row one stays, and none at the ends. */
function withoutLooseLines(items: MenuEntry[]): MenuEntry[] {
  return items.filter((entry, place) => {
    if (entry !== "line") return true;
    const next = items[place + 1];
    return (
      place > 0 &&
      next !== undefined &&
      next !== "line" &&
      items.slice(0, place).some((one) => one !== "line")
    );
  });
}

function nameOf(entry: MenuEntry | undefined): string {
  if (entry === undefined || entry === "line") return "";
  return "heading" in entry ? entry.heading : entry.label;
}

function MenuHeading({ text }: { text: string }) {
  return <div className="px-3 pt-1.5 pb-0.5 text-muted text-small">{text}</div>;
}

function MenuRow({ item, close }: { item: MenuItem; close: () => void }) {
  const shared = {
    "aria-disabled": item.reason ? true : undefined,
    className: classNames(
      "flex min-h-8 w-full items-center gap-2 px-3 py-1 text-left text-ui outline-none focus:bg-action-soft touch:min-h-11",
      item.danger && "text-red-strong",
      item.reason && "text-muted",
    ),
    "data-menu-row": item.label,
    tabIndex: -1,
  };
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  const state = item.checked === undefined ? {} : { "aria-checked": item.checked };
  if (item.href !== undefined) {
    return (
      <Link {...shared} href={item.href} onClick={close} role={role}>
        <RowText item={item} />
      </Link>
    );
  }
  const choose = () => {
    if (item.reason) return;
    close();
    item.onSelect();
  };
  return (
    <button {...shared} {...state} onClick={choose} role={role} type="button">
      <RowText item={item} />
    </button>
  );
}

function RowText({ item }: { item: MenuItem }) {
  return (
    <>
      {item.checked === undefined ? (
        item.icon
      ) : (
        <span className="w-4">{item.checked && <Icon name="check" />}</span>
      )}
      <span className="min-w-0 flex-1">
        {item.label}
        {item.reason ? <span className="block text-small">{item.reason}</span> : null}
      </span>
      {item.keys ? <Kbd>{item.keys}</Kbd> : null}
    </>
  );
}
