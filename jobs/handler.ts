import type { Services } from "../src/server/services";
import type { JobName, JobPayload } from "./definitions";

/** Builds a context and calls a verb; holds no rules of its own. */
export type Handler<N extends JobName> = (payload: JobPayload<N>, services: Services) => Promise<void>;
