import { createAsync } from "@solidjs/router";
import { createSignal, ErrorBoundary, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { domainSendLimits, setDomainSendLimits } from "./send-limits-queries";
import { SendUsageBars } from "./send-usage";

const EditDialog = lazyPart(
  () => import("./edit-send-limits-dialog"),
  (part) => part.onClose(),
);

/** What all mailboxes of a domain may send together. */
export function DomainSendLimits(props: { domainId: string; canEdit: boolean }) {
  const limits = createAsync(() => domainSendLimits(props.domainId));
  const [isOpen, setOpen] = createSignal(false);
  return (
    <Card
      title={t("usage.sendTitle")}
      description={t("usage.sendDomainText")}
      actions={
        <Show when={props.canEdit}>
          <Button onClick={() => setOpen(true)} onPointerEnter={EditDialog.preload}>
            {t("usage.sendEdit")}
          </Button>
        </Show>
      }
    >
      <ErrorBoundary fallback={<Notice tone="danger">{t("usage.sendFailed")}</Notice>}>
        <Suspense fallback={<Skeleton />}>
          <Show when={limits()}>
            {(known) => (
              <>
                <SendUsageBars usage={known().domain} />
                <Show when={isOpen()}>
                  <EditDialog
                    id={props.domainId}
                    text={t("usage.sendDomainText")}
                    own={known().own}
                    plan={known().plan}
                    save={setDomainSendLimits}
                    onClose={() => setOpen(false)}
                  />
                </Show>
              </>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
    </Card>
  );
}
