import { SightView } from "~/features/domains/ui/sight/sight-view";

export default function DomainSightPage() {
  return <SightView />;
}
