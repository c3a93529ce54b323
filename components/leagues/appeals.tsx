"use client";

import { useState } from "react";
import { useChange } from "@/components/data/use-change";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FormDialog } from "@/components/ui/form-dialog";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import type { AppealView } from "@/lib/leagues/appeal-queries";
import type { EditionHead, SeriesView } from "@/lib/leagues/queries";
import { useWords } from "@/lib/words-client";

type Props = { appeals: readonly AppealView[]; edition: EditionHead | null; series: SeriesView };

/** What was held against the editions, beside what was answered. */
export function Appeals({ appeals, edition, series }: Props) {
  const t = useWords("leagues");
  const [asking, setAsking] = useState(false);
  const [answered, setAnswered] = useState<AppealView | null>(null);
  const own = series.members.filter(({ id }) => series.ownIds.includes(id));
  const mayAsk = series.rights.appeal && own.length > 0;
  const ask = mayAsk ? (
    <Button onClick={() => setAsking(true)} reason={edition === null ? t("appeal.onlyFrozen") : null}>
      {t("appeal.add")}
    </Button>
  ) : null;
  return (
    <div className="flex flex-col gap-4">
      {appeals.length === 0 ? (
        <EmptyState action={ask} title={t("appeal.none")}>
          {t("appeal.noneWhy")}
        </EmptyState>
      ) : (
        ask && <div>{ask}</div>
      )}
      <ul className="flex flex-col">
        {appeals.map((appeal) => (
          <AppealItem
            appeal={appeal}
            key={appeal.id}
            onAnswer={series.rights.answer ? () => setAnswered(appeal) : null}
          />
        ))}
      </ul>
      {asking && edition ? (
        <AskDialog edition={edition} members={own} onClose={() => setAsking(false)} />
      ) : null}
      {answered ? <AnswerDialog appeal={answered} onClose={() => setAnswered(null)} /> : null}
    </div>
  );
}

function AppealItem({ appeal, onAnswer }: { appeal: AppealView; onAnswer: (() => void) | null }) {
  const t = useWords("leagues");
  const { memberName, editionNumber, author, day, text, answer, answeredBy, answeredOn } = appeal;
  return (
    <li className="border-line border-b py-3" data-keep="">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-muted text-small">
        <strong className="text-ink text-ui">{memberName}</strong>
        <span>{t("appeal.of", { number: editionNumber })}</span>
        <span className="tabular">{t("appeal.by", { author, day })}</span>
        <Badge tone={answer === null ? "yellow" : "green"}>
          {t(answer === null ? "appeal.waiting" : "appeal.answered")}
        </Badge>
      </p>
      <p className="measure mt-1 whitespace-pre-wrap">{text}</p>
      {answer === null ? (
        onAnswer && (
          <Button className="mt-2" onClick={onAnswer} size="sm">
            {t("appeal.answer")}
          </Button>
        )
      ) : (
        <p className="measure mt-2 border-line border-l-4 pl-3 whitespace-pre-wrap">
          {answer}
          <span className="tabular mt-1 block text-muted text-small">
            {t("appeal.by", { author: answeredBy ?? "", day: answeredOn ?? "" })}
          </span>
        </p>
      )}
    </li>
  );
}

type AskProps = { edition: EditionHead; members: SeriesView["members"]; onClose: () => void };

function AskDialog({ edition, members, onClose }: AskProps) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange("appeal.add");
  const [memberId, setMemberId] = useState(members[0]?.id ?? 0);
  const [text, setText] = useState("");
  const submit = async () => {
    if (await change({ editionId: edition.id, memberId, text })) onClose();
  };
  return (
    <FormDialog
      description={t("appeal.tells", { number: edition.number })}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("appeal.submit")}
      title={t("appeal.add")}
    >
      {members.length > 1 ? (
        <Select
          label={t("column.member")}
          name="memberId"
          onChange={(event) => setMemberId(Number(event.target.value))}
          options={members.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(memberId)}
        />
      ) : null}
      <TextArea
        data-autofocus
        error={problem?.fields.text}
        label={t("appeal.text")}
        maxLength={2000}
        name="text"
        onChange={(event) => setText(event.target.value)}
        value={text}
      />
    </FormDialog>
  );
}

function AnswerDialog({ appeal, onClose }: { appeal: AppealView; onClose: () => void }) {
  const t = useWords("leagues");
  const { change, pending, problem } = useChange("appeal.answer");
  const [answer, setAnswer] = useState("");
  const submit = async () => {
    if (await change({ appealId: appeal.id, version: appeal.version, answer })) onClose();
  };
  return (
    <FormDialog
      description={appeal.text}
      onClose={onClose}
      onSubmit={submit}
      pending={pending}
      submit={t("appeal.answer")}
      title={t("appeal.answerTitle", { name: appeal.memberName })}
    >
      <TextArea
        data-autofocus
        error={problem?.fields.answer}
        hint={t("appeal.answerHint")}
        label={t("appeal.answerText")}
        maxLength={2000}
        name="answer"
        onChange={(event) => setAnswer(event.target.value)}
        value={answer}
      />
    </FormDialog>
  );
}
