"use client";

import { useEffect, useMemo } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";

export type Photo = { name: string; content: Blob };

// Two photos may have the same name, and none has a number of its own.
const keys = new WeakMap<Photo, number>();
let given = 0;

function keyOf(photo: Photo): number {
  const key = keys.get(photo) ?? ++given;
  keys.set(photo, key);
  return key;
}

/** As many as one visit takes. */
const MOST = 9;

/** One tap opens the camera of a phone; elsewhere the usual choice of a file. */
export function PhotoInput({
  photos,
  onChange,
}: {
  photos: readonly Photo[];
  onChange: (photos: Photo[]) => void;
}) {
  const t = useWords("coverage");
  const take = (files: FileList | null) => {
    const taken = [...(files ?? [])].map((file) => ({ name: file.name, content: file }));
    onChange([...photos, ...taken].slice(0, MOST));
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      {photos.map((photo) => (
        <Thumb
          key={keyOf(photo)}
          onRemove={() => onChange(photos.filter((one) => one !== photo))}
          photo={photo}
        />
      ))}
      {photos.length < MOST ? (
        <label className="press inline-flex min-h-12 cursor-pointer items-center gap-2 rounded border border-edge bg-paper px-4 text-ui focus-within:outline-2 focus-within:outline-action hover:bg-sunken">
          <Icon name="attach" />
          {t("log.photo")}
          <input
            accept="image/*"
            capture="environment"
            className="sr-only"
            multiple
            onChange={(event) => {
              take(event.target.files);
              event.target.value = "";
            }}
            type="file"
          />
        </label>
      ) : null}
    </div>
  );
}

function Thumb({ photo, onRemove }: { photo: Photo; onRemove: () => void }) {
  const t = useWords("coverage");
  const url = useMemo(() => URL.createObjectURL(photo.content), [photo]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  return (
    <span className="relative inline-block">
      <img
        alt={photo.name}
        className="size-16 rounded border border-line object-cover"
        height={64}
        src={url}
        width={64}
      />
      <span className="absolute -top-2 -right-2 rounded-full bg-paper shadow">
        <IconButton label={t("log.removePhoto", { name: photo.name })} onClick={onRemove} size="sm">
          <Icon name="close" size={14} />
        </IconButton>
      </span>
    </span>
  );
}
