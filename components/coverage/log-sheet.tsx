"use client";

import { useState } from "react";
import { useOffice } from "@/components/data/office";
import { Button } from "@/components/ui/button";
import { Chip, Chips } from "@/components/ui/chip";
import { classNames } from "@/components/ui/class-names";
import { DayInput } from "@/components/ui/day-input";
import { Icon } from "@/components/ui/icons";
import { Sheet } from "@/components/ui/sheet";
import { TextArea } from "@/components/ui/text-area";
import { addDays, type Day } from "@/lib/calendar/rules";
import type { Every } from "@/lib/coverage/period-rules";
import { useWords } from "@/lib/words-client";
import { type Photo, PhotoInput } from "./photo-input";
import type { VisitInput } from "./queue";

export type LogDuty = {
  id: number;
  name: string;
  acts: readonly string[];
  times: number;
  every: Every;
  owed: boolean;
};
export type LogSubject = { id: number; title: string; duties: readonly LogDuty[] };

type Props = {
  subject: LogSubject;
  /** What was recorded before, when a refused visit is mended. */
  before?: Partial<VisitInput> | undefined;
  onSave: (input: VisitInput, photos: Photo[], duty: LogDuty) => void;
  onClose: () => void;
};

type Chosen = { dutyId: number; act: string };

/** What was done, as big chips; with one more tap it is recorded. Photo, day and note can be added, none is asked for. */
export function LogSheet({ subject, before, onSave, onClose }: Props) {
  const t = useWords("coverage");
  const { today } = useOffice();
  const [chosen, setChosen] = useState<Chosen | null>(firstChoice(subject, before));
  const [day, setDay] = useState<Day | null>(before?.day ?? today);
  const [note, setNote] = useState(before?.note ?? "");
  const [photos, setPhotos] = useState<Photo[]>([]);
  const [tried, setTried] = useState(false);
  const save = () => {
    setTried(true);
    const duty = subject.duties.find(({ id }) => id === chosen?.dutyId);
    if (!chosen || !duty || day === null || day > today) return;
    onSave({ ...chosen, objectId: subject.id, day, note: note.trim() }, photos, duty);
  };
  return (
    <Sheet
      footer={
        <Button className="min-h-12 w-full text-prose" onClick={save} variant="primary">
          {t("log.save")}
        </Button>
      }
      onClose={onClose}
      open
      title={subject.title}
    >
      <div className="flex flex-col gap-4">
        <Acts chosen={chosen} missing={tried && !chosen} onChoose={setChosen} subject={subject} />
        <PhotoInput onChange={setPhotos} photos={photos} />
        <DayChoice day={day} error={tried ? dayError(day, today, t) : null} onChange={setDay} />
        <TextArea
          label={t("log.note")}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
          onSubmit={save}
          optional
          rows={2}
          value={note}
        />
      </div>
    </Sheet>
  );
}

function firstChoice({ duties }: LogSubject, before: Partial<VisitInput> | undefined): Chosen | null {
  if (before?.act && before.dutyId) return { dutyId: before.dutyId, act: before.act };
  const [only, ...more] = duties.flatMap(({ id, acts }) => acts.map((act) => ({ dutyId: id, act })));
  return only && more.length === 0 ? only : null;
}

function dayError(day: Day | null, today: Day, t: (key: string) => string): string | null {
  if (day === null) return t("log.dayMissing");
  return day > today ? t("log.dayAhead") : null;
}

type ActsProps = {
  subject: LogSubject;
  chosen: Chosen | null;
  missing: boolean;
  onChoose: (chosen: Chosen) => void;
};

function Acts({ subject, chosen, missing, onChoose }: ActsProps) {
  const t = useWords("coverage");
  return (
    <div className="flex flex-col gap-4">
      {subject.duties.map((duty) => (
        <fieldset aria-label={duty.name} key={duty.id}>
          <div className="mb-2 flex flex-wrap items-baseline gap-x-2">
            <span className="font-semibold">{duty.name}</span>
            <span className="text-muted text-small">
              {t(`every.${duty.every}`, { n: duty.times })}
              {duty.owed ? "" : ` · ${t("log.enough")}`}
            </span>
          </div>
          <div className="grid grid-cols-2 gap-2">
            {duty.acts.map((act) => {
              const on = chosen?.dutyId === duty.id && chosen.act === act;
              return (
                <button
                  aria-pressed={on}
                  className={classNames(
                    "press flex min-h-13 items-center justify-center gap-1.5 rounded border px-2 text-prose",
                    on ? "border-action bg-action text-white" : "border-edge bg-paper hover:bg-sunken",
                  )}
                  key={act}
                  onClick={() => onChoose({ dutyId: duty.id, act })}
                  type="button"
                >
                  {on ? <Icon name="check" /> : null}
                  {act}
                </button>
              );
            })}
          </div>
        </fieldset>
      ))}
      {missing ? (
        <p className="border-red border-l-3 pl-2 text-red-strong text-ui" role="alert">
          {t("log.actMissing")}
        </p>
      ) : null}
    </div>
  );
}

function DayChoice({
  day,
  error,
  onChange,
}: {
  day: Day | null;
  error: string | null;
  onChange: (day: Day | null) => void;
}) {
  const t = useWords("coverage");
  const { today } = useOffice();
  const yesterday = addDays(today, -1);
  const [other, setOther] = useState(day !== today && day !== yesterday);
  const pick = (one: Day) => {
    setOther(false);
    onChange(one);
  };
  return (
    <div className="flex flex-col gap-2">
      <Chips label={t("log.day")}>
        <Chip onToggle={() => pick(today)} selected={!other && day === today}>
          {t("log.today")}
        </Chip>
        <Chip onToggle={() => pick(yesterday)} selected={!other && day === yesterday}>
          {t("log.yesterday")}
        </Chip>
        <Chip onToggle={() => setOther(true)} selected={other}>
          {t("log.otherDay")}
        </Chip>
      </Chips>
      {other ? (
        <DayInput
          error={error}
          label={t("log.day")}
          name="day"
          onChange={onChange}
          today={today}
          value={day}
        />
      ) : null}
    </div>
  );
}
