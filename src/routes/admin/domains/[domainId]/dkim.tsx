import { DkimView } from "~/features/domains/ui/dkim/dkim-view";

export default function DomainDkimPage() {
  return <DkimView />;
}
