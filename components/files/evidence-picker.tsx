"use client";

import { useRef, useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icons";
import { ACCEPT, extensionOfMime } from "@/lib/files/kind-rules";
import { useWords } from "@/lib/words-client";
import { PickedFile } from "./picked-file";
import { useDropAndPaste } from "./use-drop-and-paste";
import { useUploads } from "./use-uploads";

/** As many as one command attaches. */
const MOST = 20;

type Props = {
  /** Called with what can be attached by now, and how many files are still on their way; keep it stable. */
  onTickets: (tickets: string[], underWay: number) => void;
  label?: string;
};

/** Takes files by button, camera, dropping and pasting, and sends them at once. To empty it, give it another `key`. */
export function EvidencePicker({ onTickets, label }: Props) {
  const t = useWords("files");
  const { uploadMegabytes: megabytes } = useOffice();
  const { uploads, picked } = useUploads({ megabytes, most: MOST }, onTickets);
  const [extra, setExtra] = useState(0);
  const input = useRef<HTMLInputElement>(null);
  const take = (files: readonly File[], nameOf?: (file: File) => string) =>
    setExtra(uploads.add(files, nameOf));
  const zone = useDropAndPaste((files, pasted) => take(files, pasted ? pastedName : undefined));
  const pastedName = (file: File) => {
    const [n, extension] = [uploads.get().length + 1, extensionOfMime(file.type)];
    // A browser calls every pasted picture the same; a pasted file keeps its name.
    return /^image\.\w+$/.test(file.name) && extension ? t("picker.pasted", { n, extension }) : file.name;
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-semibold text-ui">{label ?? t("picker.label")}</legend>
      <div
        {...zone.events}
        className={classNames(
          "rounded border border-dashed px-3 py-3",
          zone.over ? "border-action bg-action-soft" : "border-edge",
        )}
        ref={zone.ref}
      >
        <input
          accept={ACCEPT}
          data-testid="evidence-input"
          hidden
          multiple
          onChange={(event) => {
            take([...(event.target.files ?? [])]);
            event.target.value = "";
          }}
          ref={input}
          type="file"
        />
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button icon={<Icon name="attach" />} onClick={() => input.current?.click()}>
            {t("picker.choose")}
          </Button>
          <span className="text-muted text-small touch:hidden">{t("picker.drop", { megabytes })}</span>
          <span className="hidden text-muted text-small touch:inline">
            {t("picker.limit", { megabytes })}
          </span>
        </span>
        {extra > 0 ? (
          <p className="mt-2 text-red-strong text-ui" role="alert">
            {t("picker.tooManyFiles", { most: MOST, extra })}
          </p>
        ) : null}
        {picked.length > 0 ? (
          <ul className="mt-2 divide-y divide-line">
            {picked.map((one) => (
              <PickedFile
                key={one.id}
                megabytes={megabytes}
                onRemove={() => uploads.remove(one.id)}
                onRetry={() => uploads.retry(one.id)}
                picked={one}
              />
            ))}
          </ul>
        ) : null}
      </div>
    </fieldset>
  );
}
