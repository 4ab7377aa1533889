import { createAsync, useSearchParams } from "@solidjs/router";
import { cursorOf } from "~/lib/cursor-of";
import { currentMember } from "~/features/auth/ui/queries";
import { mayAdminister } from "~/features/auth/ui/may-administer";
import { AlertBanner } from "~/features/domains/ui/alerts/alert-banner";
import { DomainList } from "~/features/domains/ui/domain-list";
import { DomainStates } from "~/features/domains/ui/domain-state-chip";
import { domainList } from "~/features/domains/ui/queries";

export default function DomainsPage() {
  const [search] = useSearchParams();
  const filter = () => ({
    ...{ after: cursorOf(search.after), search: cursorOf(search.search) },
    state: DomainStates.find((state) => state === search.state),
  });
  const page = createAsync(() => domainList(filter()));
  const me = createAsync(() => currentMember());
  return (
    <>
      <AlertBanner />
      <DomainList page={page()} filter={filter()} canEdit={mayAdminister(me())} />
    </>
  );
}
