import { AnalyticsView } from "~/features/users/ui/analytics/analytics-view";

export default function AnalyticsRoute() {
  return <AnalyticsView />;
}
