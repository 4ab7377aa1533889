import { workRun } from "../../src/features/users/server/runs/work-run";
import type { Handler } from "../handler";

export const onRunWork: Handler<"run.work"> = (place, services) => workRun(services, place);
