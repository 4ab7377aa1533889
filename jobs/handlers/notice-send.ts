import { sendNotice } from "../../src/server/notices/send-notice";
import type { Handler } from "../handler";

export const onNoticeSend: Handler<"notice.send"> = ({ noticeId }, services) => sendNotice(services, noticeId);
