import { createAsync } from "@solidjs/router";
import { createSignal, ErrorBoundary, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import type { MailUser } from "~/features/users/schema";
import type { UserSendLimits } from "../../schema/limits";
import { setUserSendLimits, userSendLimits } from "./send-limits-queries";
import { SendUsageBars } from "./send-usage";

const EditDialog = lazyPart(
  () => import("./edit-send-limits-dialog"),
  (part) => part.onClose(),
);

const bindings = { domain: "usage.sendBindsDomain", tenant: "usage.sendBindsTenant" } as const;

/** Where something wider leaves less than the mailbox's own limit, that decides, and is said. */
function noteOf(limits: UserSendLimits, window: "hour" | "day"): string | undefined {
  const scope = limits.binding[window];
  return scope === "user" ? undefined : t(bindings[scope], { left: limits[scope][window].left ?? 0 });
}

/** What a mailbox user may send, what is left of it, and a way to change it within the plan. */
export function SendLimits(props: { user: MailUser; canEdit: boolean }) {
  const limits = createAsync(() => userSendLimits(props.user.id));
  const [isOpen, setOpen] = createSignal(false);
  return (
    <section class="grid gap-3" aria-label={t("usage.sendTitle")}>
      <div class="flex flex-wrap items-center justify-between gap-3">
        <h3 class="font-medium">{t("usage.sendTitle")}</h3>
        <Show when={props.canEdit}>
          <Button size="sm" onClick={() => setOpen(true)} onPointerEnter={EditDialog.preload}>
            {t("usage.sendEdit")}
          </Button>
        </Show>
      </div>
      <ErrorBoundary fallback={<Notice tone="danger">{t("usage.sendFailed")}</Notice>}>
        <Suspense fallback={<Skeleton />}>
          <Show when={limits()}>
            {(known) => (
              <>
                <SendUsageBars
                  usage={known().user}
                  note={{ hour: noteOf(known(), "hour"), day: noteOf(known(), "day") }}
                />
                <Show when={isOpen()}>
                  <EditDialog
                    id={props.user.id}
                    text={t("usage.sendUserText", { address: props.user.address })}
                    own={known().own}
                    plan={known().plan}
                    save={setUserSendLimits}
                    onClose={() => setOpen(false)}
                  />
                </Show>
              </>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}
