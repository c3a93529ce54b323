"use client";

import { useRouter } from "next/navigation";
import { remember } from "@/components/shell/remember";
import { type Density, useDensity } from "@/components/shell/use-density";
import { Radios } from "@/components/ui/checkbox";
import type { Locale } from "@/lib/message-format";
import { useLocale, useWords } from "@/lib/words-client";

/** How the product looks on this device. */
export function Display() {
  const t = useWords("settings");
  const router = useRouter();
  const locale = useLocale();
  const [density, setDensity] = useDensity();
  const speak = (language: Locale) => {
    remember("locale", language);
    router.refresh();
  };
  return (
    <div className="flex flex-wrap gap-x-12 gap-y-4">
      <Radios
        label={t("display.language")}
        name="locale"
        onChange={speak}
        options={[
          { value: "zh-CN", label: <span lang="zh-CN">简体中文</span> },
          { value: "en", label: <span lang="en">English</span> },
        ]}
        value={locale}
      />
      <Radios<Density>
        label={t("display.density")}
        name="density"
        onChange={setDensity}
        options={[
          { value: "comfortable", label: t("display.comfortable") },
          { value: "compact", label: t("display.compact") },
        ]}
        value={density}
      />
    </div>
  );
}
