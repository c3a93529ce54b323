"use client";

import Link from "next/link";
import { lazy, Suspense, useEffect, useRef } from "react";
import { announce } from "@/components/ui/announce";
import { Icon } from "@/components/ui/icons";
import { Popover } from "@/components/ui/popover";
import { Skeleton } from "@/components/ui/skeleton";
import { useWords } from "@/lib/words-client";
import { useUnseen } from "./use-unseen";

const InboxPanel = lazy(() => import("./inbox-panel").then((part) => ({ default: part.InboxPanel })));

const LOOK =
  "press inline-flex size-control items-center justify-center rounded hover:bg-sunken touch:size-11";

/** What is new, in the head of every page: on a desk it opens below the bell, on a phone as a page. */
export function InboxBell({ unseen: initial }: { unseen: number }) {
  const t = useWords("inbox");
  const unseen = useUnseen(initial);
  const before = useRef(unseen);
  useEffect(() => {
    if (unseen > before.current) announce(t("news", { count: unseen }));
    before.current = unseen;
  }, [unseen, t]);
  const label = unseen > 0 ? t("bell", { count: unseen }) : t("title");
  return (
    <>
      <Link aria-label={label} className={`${LOOK} md:hidden`} href="/inbox">
        <Mark unseen={unseen} />
      </Link>
      <span className="max-md:hidden">
        <Popover
          align="end"
          label={t("title")}
          trigger={(props) => (
            <button {...props} aria-label={label} className={LOOK} type="button">
              <Mark unseen={unseen} />
            </button>
          )}
        >
          {(close) => (
            <Suspense fallback={<Skeleton lines={4} />}>
              <InboxPanel close={close} />
            </Suspense>
          )}
        </Popover>
      </span>
    </>
  );
}

function Mark({ unseen }: { unseen: number }) {
  return (
    <span className="relative inline-flex">
      <Icon name="bell" size={18} />
      {unseen > 0 ? (
        <span
          aria-hidden="true"
          className="tabular absolute -top-2 left-2.5 min-w-4 rounded-full bg-brand px-1 text-center font-semibold text-[11px] text-white leading-4"
        >
          {unseen > 99 ? "99+" : unseen}
        </span>
      ) : null}
    </span>
  );
}
