import { ConnectView } from "~/features/domains/ui/connect/connect-view";

export default function DomainConnectPage() {
  return <ConnectView />;
}
