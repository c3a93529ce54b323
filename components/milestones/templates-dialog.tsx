"use client";

import { useState } from "react";
import { CommandProblem } from "@/components/data/command-problem";
import { useCommand } from "@/components/data/use-command";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Icon } from "@/components/ui/icons";
import { notify } from "@/components/ui/toast-queue";
import type { Template } from "@/lib/milestones/queries";
import { useWords } from "@/lib/words-client";
import { TemplateForm } from "./template-form";

type Props = { templates: readonly Template[]; onChanged: () => void; onClose: () => void };

/** The office's own templates; what came from one before stays as it is. */
export function TemplatesDialog({ templates, onChanged, onClose }: Props) {
  const t = useWords("proofs");
  const { run, pending } = useCommand("template.close");
  const [editing, setEditing] = useState<Template | "new" | null>(null);
  const close = async ({ id: templateId, version, name }: Template) => {
    try {
      await run({ templateId, version });
    } catch (error) {
      if (!(error instanceof CommandProblem)) throw error;
      return;
    }
    notify({ text: t("template.closed", { name }), tone: "success" });
    onChanged();
  };
  return (
    <>
      <Dialog
        description={t("template.why")}
        footer={
          <Button icon={<Icon name="plus" />} onClick={() => setEditing("new")} variant="primary">
            {t("template.add")}
          </Button>
        }
        onClose={onClose}
        open
        title={t("template.title")}
      >
        <ul className="divide-y divide-line">
          {templates.map((template) => (
            <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2" key={template.id}>
              <span className="min-w-0 flex-1">
                <span className="font-semibold">{template.name}</span>
                <span className="block text-muted text-small">
                  {template.steps.map(({ name }) => name).join(" → ")}
                </span>
              </span>
              <Button
                aria-label={t("template.editOf", { name: template.name })}
                onClick={() => setEditing(template)}
                size="sm"
              >
                {t("edit")}
              </Button>
              <Button
                aria-label={t("template.closeOf", { name: template.name })}
                busy={pending}
                onClick={() => void close(template)}
                size="sm"
                variant="quiet"
              >
                {t("template.close")}
              </Button>
            </li>
          ))}
        </ul>
      </Dialog>
      {editing ? (
        <TemplateForm
          onChanged={onChanged}
          onClose={() => setEditing(null)}
          template={editing === "new" ? null : editing}
        />
      ) : null}
    </>
  );
}
