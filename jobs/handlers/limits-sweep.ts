import { sweepSendLimits } from "../../src/features/users/server/limits/sweep-send-limits";
import type { Handler } from "../handler";

export const onLimitsSweep: Handler<"limits.sweep"> = (_, services) => sweepSendLimits(services);
