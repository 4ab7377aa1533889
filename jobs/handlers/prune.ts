import { prune } from "../../src/server/prune";
import type { Handler } from "../handler";

export const onPrune: Handler<"prune"> = (_, services) => prune(services);
