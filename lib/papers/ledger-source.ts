import { conditionsOf } from "../ledgers/condition-rules";
import { readFilter } from "../ledgers/filter-rules";
import { shownEntries } from "../ledgers/match-rules";
import { getLedger, getRevealedRows } from "../ledgers/queries";
import { inRate } from "../ledgers/rate-rules";
import { type Entry, entryOf } from "../ledgers/rules";
import type { LedgerView } from "../ledgers/views";
import { readNames } from "../meetings/standing-queries";
import { wordsFor } from "../wordings";
import type { Frame } from "./frame";
import { ledgerPaper } from "./ledger-paper";

/** The entries that the ledger's page shows under the same address, in its order. @throws NotFound, Forbidden */
export async function ledgerSource(frame: Frame, id: number, query: URLSearchParams, reveal: boolean) {
  const { actor, locale, today } = frame;
  const [view, names, words] = await Promise.all([
    getLedger(actor, id),
    readNames(today),
    wordsFor(locale, "ledgers"),
  ]);
  const { ledger, task, unitNames, ownOnly, revealable } = view;
  const filter = readFilter(query.toString());
  const shown = shownIn(frame, view, filter);
  const entries = reveal ? await withWords(frame, id, view, shown) : shown;
  const conditions = conditionsOf(filter, ledger, unitNames, words).map(({ words }) => words);
  const told = { ledger, task, unitNames, entries, postName: names.post, conditions, bare: reveal };
  return {
    draft: ledgerPaper(frame, words, told),
    ...(!ownOnly && { taskId: task.id }),
    mayReveal: revealable,
  };
}

// By what is masked: a search finds on paper what it finds on the page.
function shownIn({ actor }: Frame, view: LedgerView, filter: ReturnType<typeof readFilter>): Entry[] {
  const { ledger, today, unitNames, postNames } = view;
  return shownEntries(
    view.entries.map((row) => entryOf(row, ledger.fields)),
    filter,
    {
      ...{ definition: ledger, today, unitNames, postNames },
      person: { postIds: actor.postIds, unitIds: actor.unitIds },
      inRate: (entry, key, over) => inRate(ledger, today, entry, key, over),
    },
  );
}

async function withWords({ actor }: Frame, id: number, { ledger }: LedgerView, shown: readonly Entry[]) {
  const rows = await getRevealedRows(actor, id);
  const bare = new Map(rows.map((row) => [row[0], entryOf(row, ledger.fields)]));
  return shown.map((entry) => bare.get(entry.id) ?? entry);
}
