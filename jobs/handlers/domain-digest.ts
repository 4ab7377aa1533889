import { sendDigest } from "../../src/features/domains/server/alerts/send-digest";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onDomainDigest: Handler<"domain.digest"> = ({ tenantId }, services) =>
  sendDigest(systemContext(services, { job: "domain.digest" }, tenantId));
