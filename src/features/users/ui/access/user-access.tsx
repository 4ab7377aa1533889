import { createAsync } from "@solidjs/router";
import { createSignal, ErrorBoundary, Show, Suspense } from "solid-js";
import { t } from "~/lib/i18n/t";
import { Card } from "~/ui/card";
import { lazyPart } from "~/ui/lazy-part";
import { Notice } from "~/ui/notice";
import { Skeleton } from "~/ui/skeleton";
import type { MailUser } from "~/features/users/schema";
import type { AccessAct } from "./access-dialogs";
import { AccessFacts } from "./access-facts";
import { userAccess } from "./queries";

const AccessDialogs = lazyPart(
  () => import("./access-dialogs"),
  (part) => part.onClose(),
);

/** How a mailbox user signs in, and how an admin helps. */
export function UserAccess(props: { user: MailUser; canEdit: boolean }) {
  const access = createAsync(() => userAccess(props.user.id));
  const [act, setAct] = createSignal<AccessAct>();
  return (
    <Card title={t("access.title")} description={t("access.sectionText")}>
      <ErrorBoundary fallback={<Notice tone="danger">{t("access.failed")}</Notice>}>
        <Suspense fallback={<Skeleton />}>
          <Show when={access()}>
            {(known) => <AccessFacts user={props.user} access={known()} canEdit={props.canEdit} onAct={setAct} />}
          </Show>
        </Suspense>
      </ErrorBoundary>
      <Show when={act()}>
        {(chosen) => <AccessDialogs user={props.user} act={chosen()} onClose={() => setAct(undefined)} />}
      </Show>
    </Card>
  );
}
