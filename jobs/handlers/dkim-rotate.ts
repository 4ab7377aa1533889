import { rotateKeys } from "../../src/features/domains/server/dkim/rotate-keys";
import { systemContext } from "../../src/server/context";
import type { Handler } from "../handler";

export const onDkimRotate: Handler<"dkim.rotate"> = ({ tenantId, domainId }, services) =>
  rotateKeys(systemContext(services, { job: "dkim.rotate" }, tenantId), { domainId });
