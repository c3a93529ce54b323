"use client";

import { Icon } from "@/components/ui/icons";
import { useWords } from "@/lib/words-client";

type ProofFile = { id: number; name: string };

/** The evidence of one step or reading, each a link. */
export function ProofFiles({ files }: { files: readonly ProofFile[] }) {
  const t = useWords("files");
  if (files.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 text-small">
      {files.map(({ id, name }) => (
        <li key={id}>
          <a
            aria-label={t("list.download", { name })}
            className="inline-flex items-center gap-1 break-all text-action underline-offset-2 hover:underline"
            download={name}
            href={`/api/files/${id}`}
          >
            <Icon name="attach" size={12} />
            {name}
          </a>
        </li>
      ))}
    </ul>
  );
}
