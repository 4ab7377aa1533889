import { HistoryView } from "~/features/domains/ui/history/history-view";

export default function DomainHistoryPage() {
  return <HistoryView />;
}
