import { createAsync } from "@solidjs/router";
import { ErrorBoundary, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { tenantSendLimits } from "./send-limits-queries";
import { SendUsageBars } from "./send-usage";

/** What the plan allows all mailboxes together, and each of them. */
export function TenantSendLimits() {
  const limits = createAsync(() => tenantSendLimits());
  return (
    <Card title={t("usage.sendTitle")} description={t("usage.sendTenantText")}>
      <ErrorBoundary fallback={<Notice tone="danger">{t("usage.sendFailed")}</Notice>}>
        <Suspense fallback={<Skeleton />}>
          <Show when={limits()}>
            {(known) => (
              <div class="grid gap-4">
                <SendUsageBars usage={known().tenant} />
                <p class="text-sm text-muted">
                  {t("usage.sendEach", { hour: known().perUser.perHour, day: known().perUser.perDay })}
                </p>
              </div>
            )}
          </Show>
        </Suspense>
      </ErrorBoundary>
    </Card>
  );
}
