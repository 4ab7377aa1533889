import { createAsync, useAction } from "@solidjs/router";
import { createSignal, Show } from "solid-js";
import { ExportButton } from "~/features/auth/ui/audit/export-button";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { CloseIcon } from "~/ui/basic-icons";
import { Button } from "~/ui/button";
import { IconButton } from "~/ui/icon-button";
import { Keyed } from "~/ui/keyed";
import { lazyPart } from "~/ui/lazy-part";
import { Progress } from "~/ui/progress";
import { StatusChip } from "~/ui/status-chip";
import { toast } from "~/ui/toast-store";
import type { Run, RunState } from "../../schema/runs";
import { bulkRuns, cancelRun, undoBulk } from "./queries";

const FailedDialog = lazyPart(
  () => import("./failed-dialog"),
  (part) => part.onClose(),
);

const tones = {
  ...({ planned: "neutral", running: "accent", done: "success" } as const),
  ...({ cancelled: "neutral", failed: "danger" } as const),
} satisfies Record<RunState, string>;
/** What ended longer ago is history: the audit log has it. */
const shownMs = 10 * 60_000;

const isFresh = ({ state, finishedAt }: Run) =>
  state === "running" || (finishedAt !== null && Date.now() - Date.parse(finishedAt) < shownMs);

/** Actions on many users that run, or have just ended: how far, with what could not be done, and the way back. */
export function BulkRuns(props: { canEdit: boolean }) {
  const page = createAsync(() => bulkRuns());
  const [hidden, setHidden] = createSignal<readonly string[]>([]);
  const [looked, setLooked] = createSignal<Run>();
  const shown = () => page()?.runs.filter((run) => isFresh(run) && !hidden().includes(run.id)) ?? [];
  return (
    <Show when={shown().length > 0}>
      <ul class="grid gap-2 m-0 mb-4 p-0 list-none" aria-label={t("people.runs")}>
        <Keyed each={shown()} by={({ id }) => id}>
          {(run) => (
            <RunLine
              run={run()}
              canEdit={props.canEdit}
              onLook={() => setLooked(run())}
              onHide={() => setHidden([...hidden(), run().id])}
            />
          )}
        </Keyed>
      </ul>
      <Show when={looked()}>{(run) => <FailedDialog runId={run().id} onClose={() => setLooked(undefined)} />}</Show>
    </Show>
  );
}

function RunLine(props: { run: Run; canEdit: boolean; onLook: () => void; onHide: () => void }) {
  const [cancel, undo] = [useAction(cancelRun), useAction(undoBulk)];
  const [isBusy, setBusy] = createSignal(false);
  const act = (work: (runId: string) => Promise<unknown>) => {
    setBusy(true);
    void work(props.run.id)
      .catch((error: unknown) => toast(failureText(error), { tone: "danger" }))
      .finally(() => setBusy(false));
  };
  const name = () => t(`people.run_${props.run.action as "suspend"}`);
  /** There may be several of them. */
  const named = (what: string) => `${what}: ${name()}`;
  return (
    <li class="flex flex-wrap items-center gap-3 p-3 rounded-md border border-border bg-surface">
      <strong class="font-medium">{name()}</strong>
      <StatusChip tone={tones[props.run.state]}>{t(`people.runState_${props.run.state}`)}</StatusChip>
      <Progress
        class="grow basis-40"
        label={name()}
        value={props.run.done}
        max={props.run.total}
        text={t("people.runProgress", { done: props.run.done, total: props.run.total })}
      />
      <Show when={props.run.reason}>
        <span class="text-sm text-muted">{t("people.runLost")}</span>
      </Show>
      <Show when={props.run.failed > 0}>
        <StatusChip tone="danger">{t("people.runFailed", { count: props.run.failed })}</StatusChip>
        <Button size="sm" onClick={() => props.onLook()}>
          {t("people.seeFailed")}
        </Button>
      </Show>
      <Show when={props.canEdit && props.run.state === "running"}>
        <Button size="sm" busy={isBusy()} aria-label={named(t("people.cancelRun"))} onClick={() => act(cancel)}>
          {t("people.cancelRun")}
        </Button>
      </Show>
      <Show when={props.canEdit && props.run.isUndoable}>
        <Button size="sm" busy={isBusy()} aria-label={named(t("people.undoRun"))} onClick={() => act(undo)}>
          {t("people.undoRun")}
        </Button>
      </Show>
      <Show when={props.run.state !== "running"}>
        <ExportButton href={`/admin/bulk.csv?run=${props.run.id}`} label={t("people.results")} />
        <IconButton label={t("people.dismissRun")} onClick={() => props.onHide()}>
          <CloseIcon />
        </IconButton>
      </Show>
    </li>
  );
}
