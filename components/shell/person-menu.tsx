"use client";

import { useRouter } from "next/navigation";
import { Icon } from "@/components/ui/icons";
import { Menu, type MenuEntry } from "@/components/ui/menu";
import { useLocale, useWords } from "@/lib/words-client";
import { remember } from "./remember";
import { signOut } from "./sign-out";
import { useDensity } from "./use-density";

/** Who is signed in, and what concerns only them. */
export function PersonMenu({ name, note }: { name: string; note?: string }) {
  const t = useWords("shell");
  const locale = useLocale();
  const router = useRouter();
  const [density, setDensity] = useDensity();
  const speak = (language: string) => {
    remember("locale", language);
    router.refresh();
  };
  const items: MenuEntry[] = [
    { heading: note ? `${name} · ${note}` : name },
    { label: t("person.settings"), href: "/settings", icon: <Icon name="settings" /> },
    "line",
    { heading: t("density.label") },
    {
      label: t("density.comfortable"),
      checked: density === "comfortable",
      onSelect: () => setDensity("comfortable"),
    },
    { label: t("density.compact"), checked: density === "compact", onSelect: () => setDensity("compact") },
    { heading: t("language") },
    { label: "简体中文", checked: locale === "zh-CN", onSelect: () => speak("zh-CN") },
    { label: "English", checked: locale === "en", onSelect: () => speak("en") },
    "line",
    {
      label: t("person.signOut"),
      onSelect: () => void signOut((n) => window.confirm(t("person.unsent", { n }))),
      icon: <Icon name="external" />,
    },
  ];
  return (
    <Menu
      items={items}
      label={t("person.label")}
      trigger={(props) => (
        <button
          {...props}
          className="press flex min-h-control items-center gap-1.5 whitespace-nowrap rounded px-2 hover:bg-sunken touch:min-h-11"
          type="button"
        >
          <Icon name="person" size={18} />
          <span>{name}</span>
          <Icon name="down" size={12} />
        </button>
      )}
    />
  );
}
