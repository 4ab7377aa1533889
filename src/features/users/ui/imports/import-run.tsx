import { createAsync, revalidate, useAction, useSubmission } from "@solidjs/router";
import { createEffect, onCleanup, Show } from "solid-js";
import { ExportButton } from "~/features/auth/ui/audit/export-button";
import { failureText } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { LinkButton } from "~/ui/link-button";
import { Notice } from "~/ui/notice";
import { Progress } from "~/ui/progress";
import { toast } from "~/ui/toast-store";
import type { ImportRun as Run } from "../../schema/imports";
import { ImportLines } from "./import-lines";
import { cancelImport, importLines, importRun, startImport } from "./queries";

const everyMs = 2000;
const ended = { done: "imports.done", cancelled: "imports.cancelled", failed: "imports.failed" } as const;
const isEnded = (state: Run["state"]): state is keyof typeof ended => state in ended;

/** Looks again by itself while an import is under way, or its users are: word of it may have been missed. */
function awaitEnd(isRunning: () => boolean): void {
  createEffect(() => {
    if (!isRunning()) return;
    const timer = setInterval(() => void revalidate([importRun.key]), everyMs);
    onCleanup(() => {
      clearInterval(timer);
      void revalidate(importLines.key);
    });
  });
}

function Summary(props: { run: Run }) {
  const wanted = () => props.run.wanted;
  return (
    <ul class="grid gap-1">
      <li>{t("imports.wantedCreate", { count: wanted().create })}</li>
      <Show when={wanted().change > 0}>
        <li>{t("imports.wantedChange", { count: wanted().change })}</li>
      </Show>
      <Show when={wanted().skip > 0}>
        <li>{t("imports.wantedSkip", { count: wanted().skip })}</li>
      </Show>
      <Show when={wanted().refuse > 0}>
        <li>
          <strong>{t("imports.wantedRefuse", { count: wanted().refuse })}</strong>
        </li>
      </Show>
    </ul>
  );
}

/** One import: what it would do, how far it is, or what it has done. */
export function ImportRun(props: { runId: string; canEdit: boolean }) {
  const run = createAsync(() => importRun(props.runId));
  const [start, cancel] = [useAction(startImport), useAction(cancelImport)];
  const [starting, cancelling] = [useSubmission(startImport), useSubmission(cancelImport)];
  awaitEnd(() => run()?.state === "running" || (run()?.unapplied ?? 0) > 0);
  const attempt = (work: Promise<unknown>) =>
    void work.catch((error: unknown) => toast(failureText(error), { tone: "danger" }));
  const left = (found: Run) => found.wanted.create + found.wanted.change;
  return (
    <Show when={run()}>
      {(found) => (
        <div class="grid gap-5 min-w-0">
          <Card
            title={found().state === "planned" ? t("imports.checkTitle") : found().fileName || t("imports.progress")}
            description={found().state === "planned" ? t("imports.checkNothing") : undefined}
          >
            <div class="grid gap-4">
              <Show when={found().state === "planned"}>
                <Summary run={found()} />
                <Show when={left(found()) === 0}>
                  <Notice>{t("imports.startNothing")}</Notice>
                </Show>
                <Show when={props.canEdit}>
                  <div class="flex flex-wrap gap-2">
                    <Show when={left(found()) > 0}>
                      <Button
                        variant="primary"
                        busy={Boolean(starting.pending)}
                        onClick={() => attempt(start(props.runId))}
                      >
                        {t("imports.start", { count: left(found()) })}
                      </Button>
                    </Show>
                    <Button busy={Boolean(cancelling.pending)} onClick={() => attempt(cancel(props.runId))}>
                      {t("imports.discard")}
                    </Button>
                  </div>
                </Show>
              </Show>
              <Show when={found().state === "running"}>
                <p>{t("imports.running")}</p>
              </Show>
              <div role="status">
                <Show when={isEnded(found().state) && found().state}>
                  {(state) => (
                    <Notice tone={state() === "done" ? "success" : "warning"}>
                      {t(ended[state() as keyof typeof ended])}{" "}
                      <Show when={found().failed > 0}>{t("imports.failedLines", { count: found().failed })}</Show>
                    </Notice>
                  )}
                </Show>
              </div>
              <Show when={found().state !== "planned"}>
                <Progress
                  variant="progress"
                  label={t("imports.progress")}
                  value={found().done}
                  max={found().total}
                  text={t("imports.progressText", { done: found().done, total: found().total })}
                />
                <Show when={found().unapplied > 0}>
                  <p class="text-sm text-muted">{t("imports.unapplied", { count: found().unapplied })}</p>
                </Show>
                <div class="flex flex-wrap gap-2">
                  <Show when={found().state === "running" && props.canEdit}>
                    <Button busy={Boolean(cancelling.pending)} onClick={() => attempt(cancel(props.runId))}>
                      {t("imports.cancel")}
                    </Button>
                  </Show>
                  <Show when={isEnded(found().state)}>
                    <ExportButton href={`/admin/import.csv?run=${props.runId}`} label={t("imports.result")} />
                    <LinkButton href="/admin/users">{t("imports.toUsers")}</LinkButton>
                  </Show>
                </div>
                <Show when={found().state === "done" && found().wanted.create > 0}>
                  <p class="text-sm text-muted">{t("imports.inviteNote")}</p>
                </Show>
              </Show>
            </div>
          </Card>
          <ImportLines runId={props.runId} hasFailed={found().failed > 0} />
          <div>
            <LinkButton href="/admin/users/import">{t("imports.again")}</LinkButton>
          </div>
        </div>
      )}
    </Show>
  );
}
