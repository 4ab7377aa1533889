import { sweepOutbox } from "../../src/features/webmail/server/outbox/sweep-outbox";
import type { Handler } from "../handler";

export const onOutboxSweep: Handler<"outbox.sweep"> = async (_, services) => void (await sweepOutbox(services));
