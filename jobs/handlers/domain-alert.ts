import { sendAlerts } from "../../src/features/domains/server/alerts/send-alerts";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onDomainAlert: Handler<"domain.alert"> = ({ tenantId }, services) =>
  sendAlerts(systemContext(services, { job: "domain.alert" }, tenantId));
