import { forgetKept } from "./board-cache";
import { type Fetched, fetchBoard, readCopy } from "./board-source";
import { emptyBoard, expectBoard, readBoard, showBoard, showMessage } from "./board-store";
import { noteConnection, noteHeard, readConnection } from "./connection";
import { noteUnseen } from "./inbox-news";
import type { Line, LiveEvent } from "./live";
import { isSessionLost, noteSession } from "./session";
import { shareLine } from "./shared-line";

/** Brings the board to the page and keeps it up to date, for one account at a time. */

const RETRY_MS = 3000;
/** After a change of names or rights everybody fetches: over this time, not all at once. */
const SPREAD_MS = 1500;
const LONG_HIDDEN_MS = 60_000;

let account: string | null = null;
let shownFor: string | null = null;
/** The tag of the board that this page holds. */
let etag: string | null = null;
let wanted = false;
let line: Line | null = null;
/** Counts beginnings and endings, so that a late answer to an earlier question is dropped. */
let era = 0;
let hiddenSince = 0;
let renewPage = () => {};

/** Binds the page to an account. @param renew asks the server for the page again, after a change of person, names or rights */
export function keepBoardFor(accountId: number | null, renew: () => void): () => void {
  account = accountId === null ? null : String(accountId);
  renewPage = renew;
  begin();
  return end;
}

/** Loading begins when the first part asks for the board. */
export function wantBoard() {
  wanted = true;
  begin();
}

/** Leaves nothing of the board behind, neither on the page nor in this browser: for signing out. */
export async function forgetBoard(): Promise<void> {
  end();
  forgetShown();
  await forgetKept();
}

function forgetShown() {
  etag = null;
  emptyBoard();
}

function begin() {
  if (account === null || !wanted || line) return;
  if (shownFor !== account) forgetShown();
  shownFor = account;
  const loaded = load(account, ++era);
  line = shareLine(`guatu-live-${account}`, () => readBoard().snapshot?.seq ?? 0, onLive, loaded);
  window.addEventListener("online", hurry);
  document.addEventListener("visibilitychange", onVisibility);
}

function end() {
  era++;
  line?.stop();
  line = null;
  account = null;
  window.removeEventListener("online", hurry);
  document.removeEventListener("visibilitychange", onVisibility);
}

/** The copy at once and the server's word as soon as it comes; ends when there is a board to go on from. */
async function load(mine: string, at: number): Promise<void> {
  const question = refresh();
  if (!readBoard().snapshot) void showCopy(mine, at);
  await question;
  while (at === era && !readBoard().snapshot && readConnection().refused !== 403) {
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS * (0.5 + Math.random())));
    if (at === era) await refresh();
  }
}

async function showCopy(mine: string, at: number): Promise<void> {
  const copy = await readCopy(mine);
  if (at !== era || !copy || readBoard().snapshot) return;
  etag = copy.etag;
  showBoard(copy.snapshot);
}

let asking: Promise<void> | null = null;
let again = false;

/** Fetches the board if it differs; questions that come meanwhile are one more round, for which all of them wait. */
export function refresh(): Promise<void> {
  again = asking !== null;
  asking ??= askOn().finally(() => {
    asking = null;
  });
  return asking;
}

async function askOn(): Promise<void> {
  do {
    again = false;
    await ask();
  } while (again);
}

async function ask(): Promise<void> {
  const [mine, at] = [account, era];
  if (mine === null) return;
  const answered = expectBoard();
  const answer = await fetchBoard(mine, () => (at === era ? etag : null));
  if (at === era) take(answer);
  answered();
}

function take(answer: Fetched) {
  if (answer.kind === "failed") return noteConnection({ live: false, refused: answer.status });
  if (answer.kind === "board") {
    etag = answer.etag;
    showBoard(answer.snapshot);
  }
  noteConnection({ refused: null });
}

function onLive(event: LiveEvent) {
  if (event.kind === "message") {
    noteHeard();
    showMessage(event.message);
  } else if (event.kind === "reset") {
    setTimeout(() => void renewAll(), SPREAD_MS * Math.random());
  } else if (event.kind === "inbox") {
    noteUnseen(event.unseen);
  } else if (event.kind === "open") {
    onOpen(event.seq);
  } else {
    if (event.status === 401) noteSession(false);
    noteConnection({ live: false });
  }
}

let opened = false;

function onOpen(seq: number) {
  const back = isSessionLost();
  noteSession(true);
  // A stream that was cut may have been cut because rights changed: what the page holds is asked about anew.
  if (back) void renewAll();
  else if (opened || seq > (readBoard().snapshot?.seq ?? 0)) void refresh();
  opened = true;
  noteConnection({ live: true });
}

const SIGNED_OUT = 401;
const NO_ANSWER = 0;

/**
 * Asks for the board and then for the page; not for the page while nobody is signed in, nor without a network, because its answer
 * would lead away from here, and the page may hold text that was not sent yet.
 */
export async function renewAll(): Promise<void> {
  await refresh();
  const { refused } = readConnection();
  if (refused !== SIGNED_OUT && refused !== NO_ANSWER) renewPage();
}

function hurry() {
  line?.hurry();
}

function onVisibility() {
  if (document.hidden) {
    hiddenSince = performance.now();
    return;
  }
  hurry();
  if (performance.now() - hiddenSince > LONG_HIDDEN_MS) void refresh();
}
