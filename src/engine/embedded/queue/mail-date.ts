/** RFC 5322 date in UTC: `Tue, 01 Sep 2026 10:00:00 +0000`. */
export const mailDate = (at: Date): string => at.toUTCString().replace("GMT", "+0000");
