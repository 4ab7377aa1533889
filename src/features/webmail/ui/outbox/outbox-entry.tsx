import { createAsync, useLocation } from "@solidjs/router";
import { Show } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Badge } from "~/ui/badge";
import { ClockIcon } from "~/ui/icons";
import { hasFailed } from "../page-data";
import { outboxCount } from "./queries";

/** Among the folders, while something that was sent waits or went wrong. */
export default function OutboxEntry() {
  // With something to begin with, or the whole page would go until the first answer.
  const answer = createAsync(() => outboxCount(), { initialValue: { waiting: 0, troubled: 0 } });
  const location = useLocation();
  const counts = () => {
    // Nothing at all where the session is over and the page is about to say so.
    const known: typeof answer.latest | undefined = answer.latest;
    return known && !hasFailed(known) ? known : { waiting: 0, troubled: 0 };
  };
  const isShown = () => location.pathname.startsWith("/mail/outbox");
  const count = () => counts().waiting + counts().troubled;
  return (
    <Show when={count() > 0 || isShown()}>
      <ul>
        <li>
          <a data-slot="nav-item" href="/mail/outbox" aria-current={isShown() ? "page" : undefined}>
            <ClockIcon />
            <span>{t("outbox.title")}</span>
            <Show when={count()}>
              <Badge tone={counts().troubled ? "danger" : "neutral"}>
                {count()}
                <span class="sr-only"> {t(counts().troubled ? "outbox.needsLook" : "outbox.waiting")}</span>
              </Badge>
            </Show>
          </a>
        </li>
      </ul>
    </Show>
  );
}
