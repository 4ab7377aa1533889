import { revalidate } from "@solidjs/router";
import { createSignal, onCleanup, Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";
import { toast } from "~/ui/toast-store";
import type { Overview } from "../../schema";
import type { BulkAct } from "../../schema/bulk";
import { failureText } from "../failure-text";
import { mailKeys } from "../queries";
import { bulkWords } from "./bulk-words";
import type { BulkScope } from "./handling";
import { runBulk } from "./run-bulk";
import { selection } from "./selection";

/** An act on every conversation that matches: asked with their number, done with progress, and it can be stopped. */
export function BulkDialog(props: { view: Overview; act: BulkAct; scope: BulkScope; onClose: () => void }) {
  const [done, setDone] = createSignal<number>();
  const [failure, setFailure] = createSignal("");
  let running = new AbortController();
  const stop = () => running.abort();
  onCleanup(stop);
  const words = () => bulkWords(props.act, props.view, props.scope.count);
  const run = async () => {
    running = new AbortController();
    const { signal } = running;
    const { folder, filter } = props.scope;
    setFailure("");
    setDone(0);
    try {
      const step = { mailboxId: folder.id, act: props.act, ...(filter ? { filter } : {}) };
      await runBulk(step, { signal, onDone: (more) => setDone((before = 0) => before + more) });
      selection.clear();
      toast(t(signal.aborted ? "arranging.bulkStopped" : "arranging.bulkDone", { count: done() ?? 0 }));
      props.onClose();
    } catch (error) {
      setFailure(failureText(error));
      setDone(undefined);
    } finally {
      void revalidate(mailKeys);
    }
  };
  const isRunning = () => done() !== undefined;
  return (
    <Dialog
      open
      size="sm"
      title={words().title}
      onClose={() => (stop(), props.onClose())}
      footer={
        <Show when={!isRunning()} fallback={<Button onClick={stop}>{t("arranging.stop")}</Button>}>
          <Button onClick={() => props.onClose()}>{t("common.cancel")}</Button>
          <Button variant={props.act.do === "destroy" ? "danger" : "primary"} onClick={() => void run()}>
            {words().confirm}
          </Button>
        </Show>
      }
    >
      <div class="grid gap-4">
        <Show when={failure()}>
          <Notice tone="danger">{failure()}</Notice>
        </Show>
        <p>{t(props.act.do === "destroy" ? "arranging.destroyText" : "arranging.bulkText")}</p>
        <Show when={isRunning()}>
          <Progress
            label={words().title}
            value={Math.min(done() ?? 0, props.scope.count)}
            max={Math.max(1, props.scope.count)}
            text={t("arranging.bulkProgress", { done: done() ?? 0, count: props.scope.count })}
          />
        </Show>
      </div>
    </Dialog>
  );
}
