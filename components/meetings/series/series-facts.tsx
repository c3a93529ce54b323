import { PersonName } from "@/components/ui/person-name";
import type { SeriesView } from "@/lib/meetings/series-queries";
import { getWords } from "@/lib/words";
import { sayRhythm } from "./say-rhythm";

/** When and where a series is held, who is asked, and what it brings by itself. */
export async function SeriesFacts({ series }: { series: SeriesView }) {
  const t = await getWords("agenda");
  const { members, template, place, minutes, note, meetings } = series;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-1">
        <p className="tabular">
          {sayRhythm(series, t)} · {t("series.minutesOf", { minutes })}
        </p>
        {place ? <p>{t("head.place", { place })}</p> : null}
        <p className="tabular text-muted">{t("series.held", { count: meetings })}</p>
        {note ? <p className="measure text-muted">{note}</p> : null}
      </div>
      <section aria-labelledby="members">
        <h2 className="mb-1 text-heading" id="members">
          {t("series.members")} <span className="tabular font-normal text-muted">{members.length}</span>
        </h2>
        {members.length === 0 ? <p className="text-muted">{t("series.noMembers")}</p> : null}
        <ul className="flex flex-col gap-0.5">
          {members.map(({ postId, person, unit, post }) => (
            <li key={postId}>
              <PersonName name={person || t("attendance.vacant")} note={`${unit} ${post}`} />
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="template">
        <h2 className="mb-1 text-heading" id="template">
          {t("series.template")}
        </h2>
        <ol className="list-decimal pl-6">
          {template.map((line) => (
            <li key={"title" in line ? line.title : line.kind}>
              {"title" in line ? line.title : t(`kind.${line.kind}`)}
              {line.minutes === undefined ? null : (
                <span className="tabular ml-2 text-muted">
                  {t("series.minutesOf", { minutes: line.minutes })}
                </span>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
