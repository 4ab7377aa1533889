import { mailResetLink } from "../../src/features/auth/server/mail-reset-link";
import type { Handler } from "../handler";

export const onAuthResetLink: Handler<"auth.reset-link"> = (payload, services) => mailResetLink(services, payload);
