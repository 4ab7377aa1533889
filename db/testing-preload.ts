import { afterAll } from "bun:test";
import { leaveServer } from "./testing";

afterAll(leaveServer);
