import { createAsync } from "@solidjs/router";
import { Show, Suspense } from "solid-js";
import { SendUsageBars } from "~/features/users/ui/usage/send-usage";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import { hasFailed } from "../page-data";
import { ownSendLimits } from "./queries";

/** To how many the person may still send. */
export function SendingCard() {
  const limits = createAsync(() => ownSendLimits());
  const read = () => {
    const known = limits();
    return known && !hasFailed(known) ? known : undefined;
  };
  return (
    <Card title={t("usage.sendTitle")} description={t("usage.sendOwnText")}>
      <Suspense fallback={<Skeleton />}>
        <Show
          when={read()}
          fallback={
            <Show when={limits()}>
              <Notice tone="danger">{t("usage.sendFailed")}</Notice>
            </Show>
          }
        >
          {(known) => <SendUsageBars usage={known()} />}
        </Show>
      </Suspense>
    </Card>
  );
}
