import { createSignal, onCleanup, onMount } from "solid-js";
import { createStore, reconcile } from "solid-js/store";
import { trpc } from "~/trpc/client";
import type { RecordSight, SightServers } from "../../schema/sight";

/** A look, and when this browser heard of it: its clock need not be the server's. */
export type Seen<T> = { value: T; heardAt: number };
export type SightRow = { seen?: Seen<RecordSight>; error?: unknown; isLooking: boolean };

const everyMs = 10_000;
const forMs = 5 * 60_000;

/**
 * Looks at a domain's servers and records as long as the page is open: again ten seconds after the last answer, for five minutes, and not while the page
 * is hidden. Answers come in one by one. Stops where it is told to.
 */
export function createSight(domainId: () => string, recordIds: () => string[]) {
  const [servers, setServers] = createSignal<SightServers>();
  const [rows, setRows] = createStore<Record<string, SightRow>>({});
  const [state, setState] = createSignal<"looking" | "waiting" | "stopped">("looking");
  const [failure, setFailure] = createSignal<unknown>();
  let looking: AbortController | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let until = 0;

  async function lookAt(recordId: string, signal: AbortSignal) {
    setRows(recordId, (row) => ({ ...row, isLooking: true }));
    try {
      const value = await trpc.domains.sight.record.query({ domainId: domainId(), recordId }, { signal });
      setRows(recordId, reconcile({ seen: { value, heardAt: Date.now() }, isLooking: false }));
    } catch (error) {
      setRows(recordId, (row) => ({ seen: row?.seen, isLooking: false, error: signal.aborted ? undefined : error }));
    }
  }

  async function look() {
    clearTimeout(timer);
    looking?.abort();
    const { signal } = (looking = new AbortController());
    setState("looking");
    const asked = trpc.domains.sight.servers.query({ domainId: domainId() }, { signal });
    const ofServers = asked.then(
      (value) => (setServers(value), setFailure(undefined)),
      (error: unknown) => !signal.aborted && setFailure(error),
    );
    await Promise.all([ofServers, ...recordIds().map((id) => lookAt(id, signal))]);
    if (signal.aborted) return;
    setState("waiting");
    timer = setTimeout(again, everyMs);
  }

  function again() {
    if (Date.now() >= until) setState("stopped");
    else if (document.hidden) document.addEventListener("visibilitychange", again, { once: true });
    else void look();
  }

  function stop() {
    clearTimeout(timer);
    document.removeEventListener("visibilitychange", again);
    looking?.abort();
    setState("stopped");
  }

  function start() {
    until = Date.now() + forMs;
    void look();
  }

  onMount(() => {
    start();
    onCleanup(stop);
  });
  return { servers, rows, state, failure, start, stop };
}
