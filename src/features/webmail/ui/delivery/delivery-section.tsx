import { createAsync } from "@solidjs/router";
import { createSignal, Show, Suspense } from "solid-js";
import { DeliveryTable } from "~/features/users/ui/delivery/delivery-table";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { Skeleton } from "~/ui/skeleton";
import { hasFailed } from "../page-data";
import { ownDeliveries } from "./queries";

const OwnTraceDialog = lazyPart(
  () => import("./own-trace-dialog"),
  (part) => part.onClose(),
);

/** What became of the mail that the reader sent. */
export function DeliverySection() {
  const [after, setAfter] = createSignal<string>();
  const [opened, setOpened] = createSignal<string>();
  const answer = createAsync(() => ownDeliveries({ after: after() }));
  const page = () => {
    const known = answer();
    return known && !hasFailed(known) ? known : undefined;
  };
  return (
    <Card title={t("delivery.own_title")} description={t("delivery.own_lead")}>
      <Suspense fallback={<Skeleton />}>
        <Show when={page()?.deliveries.length !== 0} fallback={<p class="m-0 text-muted">{t("delivery.own_none")}</p>}>
          <DeliveryTable own deliveries={page()?.deliveries} onOpen={setOpened} />
        </Show>
        <div class="flex flex-wrap gap-2 mt-3">
          <Show when={after()}>
            <Button size="sm" onClick={() => setAfter(undefined)}>
              {t("delivery.newest")}
            </Button>
          </Show>
          <Show when={page()?.next}>
            {(next) => (
              <Button size="sm" onClick={() => setAfter(next())}>
                {t("delivery.next")}
              </Button>
            )}
          </Show>
        </div>
      </Suspense>
      <Show when={opened()}>{(id) => <OwnTraceDialog id={id()} onClose={() => setOpened(undefined)} />}</Show>
    </Card>
  );
}
