import { createAsync } from "@solidjs/router";
import { For, Show, Suspense } from "solid-js";
import { failureTextOf } from "~/features/auth/ui/failure-text";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Dialog } from "~/ui/dialog";
import { Skeleton } from "~/ui/skeleton";
import { failedRows } from "./queries";

const failureKey = /^[a-z]+\.[a-z_]+$/;

/** Who was left out by an action on many users, and why. */
export default function FailedDialog(props: { runId: string; onClose: () => void }) {
  const page = createAsync(() => failedRows(props.runId));
  const reason = (issues: readonly { message: string }[]) =>
    issues
      .map(({ message }) => {
        if (message === "user.no_invitation") return t("people.reason_no_invitation");
        return failureKey.test(message) ? failureTextOf(message) : t("people.reason_other");
      })
      .join(" ");
  return (
    <Dialog
      open
      onClose={props.onClose}
      title={t("people.failedTitle")}
      footer={<Button onClick={() => props.onClose()}>{t("common.close")}</Button>}
    >
      <Suspense fallback={<Skeleton />}>
        <dl class="grid gap-3 m-0">
          <For each={page()?.rows}>
            {(row) => (
              <div>
                <dt class="font-medium break-all">{row.values["address"]}</dt>
                <dd class="m-0 text-sm text-muted">{reason(row.issues)}</dd>
              </div>
            )}
          </For>
        </dl>
        <Show when={page()?.next}>
          <p class="text-sm text-muted">{t("people.more")}</p>
        </Show>
      </Suspense>
    </Dialog>
  );
}
