"use client";

import { useRouter } from "next/navigation";
import { remember } from "@/components/shell/remember";
import { useLocale } from "@/lib/words-client";

const NAMES = { "zh-CN": "简体中文", en: "English" } as const;

/** Offers the other language. */
export function LanguageChoice() {
  const locale = useLocale();
  const router = useRouter();
  const other = locale === "en" ? "zh-CN" : "en";
  const speak = () => {
    remember("locale", other);
    router.refresh();
  };
  return (
    <button className="rounded px-2 py-1 underline touch:min-h-11" lang={other} onClick={speak} type="button">
      {NAMES[other]}
    </button>
  );
}
