import { createAsync, revalidate } from "@solidjs/router";
import { createEffect, createSignal, onCleanup, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { SendIcon } from "~/ui/icons";
import { Keyed } from "~/ui/keyed";
import { Skeleton } from "~/ui/skeleton";
import { Title } from "~/ui/title";
import type { OutboxState } from "../../schema/outbox";
import { hasFailed } from "../page-data";
import { MailProblem } from "../reader-states";
import { OutboxRow } from "./outbox-row";
import { outboxPage } from "./queries";
import "./outbox.css";

/** While one of these is on the page something may change by itself that no mail in the mailbox tells of. */
const moving = new Set<OutboxState>(["sending", "unknown", "held", "retrying", "queued"]);
const lookAgainMs = 5_000;

/** What was sent within thirty days and what became of it: what needs a look first. */
export default function OutboxList(props: { own: string }) {
  const [trail, setTrail] = createSignal<string[]>([]);
  const answer = createAsync(() => outboxPage(trail().at(-1)));
  const failed = () => {
    const known = answer.latest;
    return hasFailed(known) ? known : undefined;
  };
  const page = () => {
    const known = answer.latest;
    return known && !hasFailed(known) ? known : undefined;
  };
  createEffect(() => {
    if (!page()?.items.some(({ state }) => moving.has(state))) return;
    const timer = setTimeout(() => void revalidate(outboxPage.key), lookAgainMs);
    onCleanup(() => clearTimeout(timer));
  });
  return (
    <section data-slot="outbox" aria-label={t("outbox.title")}>
      <Title>{t("outbox.title")}</Title>
      <header>
        <h2>{t("outbox.title")}</h2>
        <p>{t("outbox.lead")}</p>
      </header>
      <Suspense fallback={<Skeleton />}>
        <Show when={!failed()} fallback={<MailProblem failure={failed()?.failure ?? "unexpected"} />}>
          <Show
            when={page()?.items.length !== 0}
            fallback={
              <EmptyState icon={<SendIcon />} title={t("outbox.emptyTitle")}>
                {t("outbox.emptyText")}
              </EmptyState>
            }
          >
            <ul>
              <Keyed each={page()?.items ?? []} by={({ id }) => id}>
                {(item) => <OutboxRow item={item()} own={props.own} />}
              </Keyed>
            </ul>
          </Show>
        </Show>
      </Suspense>
      <footer>
        <Show when={trail().length > 0}>
          <Button size="sm" onClick={() => setTrail((all) => all.slice(0, -1))}>
            {t("outbox.newer")}
          </Button>
        </Show>
        <Show when={page()?.next}>
          {(next) => (
            <Button size="sm" onClick={() => setTrail((all) => [...all, next()])}>
              {t("outbox.older")}
            </Button>
          )}
        </Show>
      </footer>
    </section>
  );
}
