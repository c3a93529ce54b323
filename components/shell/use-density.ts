"use client";

import { useSyncExternalStore } from "react";
import { remember } from "./remember";

export type Density = "comfortable" | "compact";

/** How tightly rows stand; kept in a cookie, so that the server draws the next page the same way. */
export function useDensity(): [Density, (density: Density) => void] {
  const density = useSyncExternalStore(watch, read, () => "comfortable" as const);
  const choose = (next: Density) => {
    document.documentElement.dataset.density = next;
    remember("density", next);
  };
  return [density, choose];
}

function read(): Density {
  return document.documentElement.dataset.density === "compact" ? "compact" : "comfortable";
}

function watch(onChange: () => void) {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributeFilter: ["data-density"] });
  return () => observer.disconnect();
}
