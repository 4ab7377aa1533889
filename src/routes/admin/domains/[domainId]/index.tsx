import { DomainView } from "~/features/domains/ui/domain-view";

export default function DomainRecordsPage() {
  return <DomainView />;
}
