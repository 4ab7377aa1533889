import { sweepAlerts } from "../../src/features/domains/server/alerts/sweep-alerts";
import type { Handler } from "../handler";

export const onDomainAlertSweep: Handler<"domain.alert.sweep"> = async (_, services) => {
  await sweepAlerts(services);
};
