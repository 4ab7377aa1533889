import { createAsync, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { currentMember } from "~/features/auth/ui/queries";
import { mayAdminister } from "~/features/auth/ui/may-administer";
import { DomainNotFound } from "~/features/domains/ui/domain-not-found";
import { DomainView } from "~/features/domains/ui/domain-view";
import { domainDetail } from "~/features/domains/ui/queries";

export default function DomainPage() {
  const params = useParams();
  const me = createAsync(() => currentMember());
  const domain = createAsync(() => domainDetail(params.domainId ?? ""));
  return (
    <Show when={domain() !== undefined}>
      <Show when={domain()} fallback={<DomainNotFound />}>
        {(found) => <DomainView domain={found()} canEdit={mayAdminister(me())} />}
      </Show>
    </Show>
  );
}
